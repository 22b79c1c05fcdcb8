import { BlockList, isIP } from "node:net";
import { z } from "zod";
import { redact } from "../../core/secrets";

/** Addresses that remote.it's servers cannot reach: this host, private, link-local and shared ranges. */
const notPublic = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  notPublic.addSubnet(net, prefix, "ipv4");
}
for (const [net, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  notPublic.addSubnet(net, prefix, "ipv6");
}

export const webhookUrl = () =>
  z.url({ protocol: /^https?$/, error: 'must be a web address, such as "https://example.com/remoteit"' });

/** Why remote.it would not take the address, or undefined. The sandbox, on this machine, calls others on it as well. */
export function webhookProblem(url: string, endpoint: string): string | undefined {
  const { protocol, hostname } = new URL(url);
  if (!isPublic(hostname) && !isPublic(new URL(endpoint).hostname)) return undefined;
  if (protocol !== "https:") return "must start with https://: remote.it calls no other address";
  // Of an address that the program calls secret, not even the host is told.
  const host = redact(url) === url ? hostname : "its host";
  if (!isPublic(hostname)) return `${host} cannot be reached from the internet: give an address that remote.it can call`;
  return undefined;
}

function isPublic(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const family = isIP(host);
  if (family !== 0) return !notPublic.check(host, family === 6 ? "ipv6" : "ipv4");
  return host.includes(".") && !/(^|\.)(localhost|local|internal|lan)\.?$/.test(host);
}
