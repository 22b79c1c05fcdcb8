import { BlockList, isIP } from "node:net";
import { ConfigurationError } from "../core/errors";
import { protect } from "../core/secrets";
import { isLoopback } from "./settings/endpoint";

/** A proxy that the environment names. */
export interface Proxy {
  url: URL;
  /** Where it is named: "HTTPS_PROXY". */
  variable: string;
  /** For people: without user and password. */
  shown: string;
}

/** Why requests to an address go through no proxy. */
export interface Straight {
  because: "unset" | "loopback" | "excluded";
  /** Which variable excludes it: "NO_PROXY". */
  variable?: string;
}

/**
 * The way to an address, by the variables that curl and most other programs read: HTTPS_PROXY or HTTP_PROXY, ALL_PROXY, NO_PROXY,
 * in lower case or upper. Nothing on this machine is reached through a proxy.
 *
 * @throws ConfigurationError where the proxy is one that we cannot speak to.
 */
export function routeTo(target: URL, env: NodeJS.ProcessEnv = process.env): Proxy | Straight {
  if (isLoopback(target)) return { because: "loopback" };
  const scheme = target.protocol.replace(":", "");
  const named = first(env, `${scheme}_proxy`) ?? first(env, "all_proxy");
  if (named === undefined) return { because: "unset" };
  const excluding = first(env, "no_proxy");
  if (excluding && isExcluded(target, excluding.text)) return { because: "excluded", variable: excluding.variable };
  return proxyIn(named);
}

/** The proxy of an address, or undefined where it is reached without. @throws ConfigurationError as {@link routeTo} does. */
export function proxyFor(target: URL): Proxy | undefined {
  const route = routeTo(target);
  return "because" in route ? undefined : route;
}

function first(env: NodeJS.ProcessEnv, name: string): { variable: string; text: string } | undefined {
  for (const variable of [name, name.toUpperCase()]) {
    const text = env[variable]?.trim();
    if (text) return { variable, text };
  }
  return undefined;
}

function proxyIn({ variable, text }: { variable: string; text: string }): Proxy {
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  // A token may stand alone, as the user.
  const token = url && (url.password || url.username);
  for (const secret of url ? [token, decoded(token ?? ""), authorizationOf(url)] : []) if (secret) protect(secret);
  const shown = url ? `${url.protocol}//${url.host}` : "what it holds";
  if (url && (url.protocol === "http:" || url.protocol === "https:") && url.hostname) return { url, variable, shown };
  throw new ConfigurationError({
    what: "Finding the way to remote.it",
    why: `${variable} names a proxy, and ${shown} is no address of one that takes http:// or https://. Nothing was sent.`,
    remedy: `Set ${variable} to an address such as http://proxy.example:3128, or name the hosts that are reached without in NO_PROXY.`,
  });
}

/** What is told to a server, such as a proxy, with user and password in its address. */
export function authorizationOf({ username, password }: URL): string | undefined {
  if (!username && !password) return undefined;
  return `Basic ${Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64")}`;
}

/** A part of an address as it was meant, also where somebody wrote a password with a percent sign into it as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether a list such as "*.example.com, 10.0.0.0/8, [::1]:8080" names the address. A domain stands for all below it. */
function isExcluded(target: URL, list: string): boolean {
  const host = bare(target.hostname).toLowerCase();
  const port = target.port || (target.protocol === "https:" ? "443" : "80");
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === "*") return true;
    const [, named = "", itsPort] = /^(\[[^\]]*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (itsPort !== undefined && itsPort !== port) return false;
    const name = bare(named.replace(/^\*?\./, ""));
    return name !== "" && (host === name || host.endsWith(`.${name}`) || isInNetwork(host, name));
  });
}

function isInNetwork(host: string, network: string): boolean {
  const [, address = "", prefix = ""] = /^(.+)\/(\d{1,3})$/.exec(network) ?? [];
  const family = isIP(address);
  if (family === 0 || isIP(host) !== family || Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  const kind = family === 4 ? "ipv4" : "ipv6";
  list.addSubnet(address, Number(prefix), kind);
  return list.check(host, kind);
}

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");
