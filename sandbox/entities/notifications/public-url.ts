import { BlockList, isIP } from "node:net";

/** Networks that the internet does not reach. */
const inside = new BlockList();
inside.addSubnet("0.0.0.0", 8);
inside.addSubnet("10.0.0.0", 8);
inside.addSubnet("100.64.0.0", 10);
inside.addSubnet("169.254.0.0", 16);
inside.addSubnet("172.16.0.0", 12);
inside.addSubnet("192.168.0.0", 16);
inside.addSubnet("::", 128, "ipv6");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

/** Public HTTPS, as remote.it wants it. Here an address on this machine is let pass as well, so that deliveries can be tried. */
export function isCallable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost" || host === "::1" || host.startsWith("127.")) return protocol === "http:" || protocol === "https:";
  const family = isIP(host);
  const isPublic = family === 0 ? host.includes(".") : !inside.check(host, family === 6 ? "ipv6" : "ipv4");
  return protocol === "https:" && isPublic;
}
