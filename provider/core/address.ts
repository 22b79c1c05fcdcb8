import { protect } from "./secrets";

/**
 * An address as messages and reports name it where nobody has said that it may be shown: its path, query or user may let in
 * whoever knows them. `https://hooks.example.com/…`
 */
export function withoutPath(address: string): string {
  if (!URL.canParse(address)) return "…";
  const { protocol, host, pathname, search, hash, username, password } = new URL(address);
  const isBare = /^\/?$/.test(pathname) && [search, hash, username, password].every((part) => part === "");
  return `${protocol}//${host}${isBare ? "" : "/…"}`;
}

/** Protects an address in the form in which it is given, and in the one in which a library writes it. Returns it as it is. */
export function protectAddress(address: string): string {
  protect(address);
  if (!URL.canParse(address)) return address;
  const { href, password } = new URL(address);
  for (const part of [href, password]) if (part !== "") protect(part);
  return address;
}
