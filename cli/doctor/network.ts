import { X509Certificate } from "node:crypto";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { type Proxy, routeTo, type Settings } from "../../provider/client";
import { RemoteitError } from "../../provider/core/errors";
import { isErrno, reasonOf } from "../support/output";
import { type Check, failed, ok, skipped, warning } from "./check";

/** How a request gets to remote.it from here: through which proxy, trusting whom, over which kind of address. */
export async function* networkChecks({ endpoint }: Settings, signal: AbortSignal): AsyncGenerator<Check, void, undefined> {
  const url = new URL(endpoint);
  let route: ReturnType<typeof routeTo>;
  try {
    route = routeTo(url);
  } catch (error) {
    if (!(error instanceof RemoteitError)) throw error;
    yield failed("proxy", error.why.replace(/\.$/, ""), error.remedy);
    yield* skipped("proxy", "certificates", "address");
    return;
  }
  yield ok("proxy", routeInWords(route, url.hostname));
  yield certificatesCheck();
  yield await addressCheck("because" in route ? url : route.url, signal);
}

function routeInWords(route: ReturnType<typeof routeTo>, host: string): string {
  if (!("because" in route)) return `${route.shown} (${nameOf(route)})`;
  if (route.because === "loopback") return `none: ${host} is this machine`;
  if (route.because === "excluded") return `none: ${route.variable ?? ""} leaves it out for ${host}`;
  return "none: neither HTTPS_PROXY nor ALL_PROXY is set";
}

const nameOf = ({ variable, url }: Proxy): string => (url.username ? `${variable}, with a user` : variable);

/** Whom Node trusts beside the authorities that it brings. It passes over a file that it cannot read, and says so once. */
function certificatesCheck(path = process.env["NODE_EXTRA_CA_CERTS"]): Check {
  if (!path) return ok("certificates", "those that Node brings; NODE_EXTRA_CA_CERTS adds none");
  const remedy = "Let NODE_EXTRA_CA_CERTS name a file of certificates in PEM, as of the proxy in between.";
  try {
    const blocks =
      readFileSync(path, "utf8").match(/-----BEGIN [A-Z ]*CERTIFICATE-----[^-]*-----END [A-Z ]*CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0) return warning("certificates", `${path} (NODE_EXTRA_CA_CERTS) holds none`, remedy);
    const valid = blocks.map((block) => new X509Certificate(block)).filter(({ validTo }) => Date.parse(validTo) > Date.now());
    if (valid.length === 0)
      return warning("certificates", `${path} (NODE_EXTRA_CA_CERTS) holds none that is still valid`, remedy);
    return ok("certificates", `those that Node brings, and ${blocks.length} of ${path} (NODE_EXTRA_CA_CERTS)`);
  } catch (error) {
    const why = isErrno(error) && error.syscall !== undefined ? reasonOf(error) : "it holds what is no certificate";
    return warning("certificates", `NODE_EXTRA_CA_CERTS is not used, ${path}: ${why}`, remedy);
  }
}

const [unlooked] = skipped("endpoint", "address") as [Check];

/** How long a connection may take, in milliseconds, each address that the name has included. */
const PATIENCE = 10_000;

async function addressCheck({ hostname, port, protocol }: URL, signal: AbortSignal): Promise<Check> {
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  try {
    const addresses = await lookup(host, { all: true });
    const socket = connect({ host, port: Number(port) || (protocol === "http:" ? 80 : 443), timeout: PATIENCE });
    const end = () => socket.destroy(new Error("no answer in time"));
    signal.addEventListener("abort", end, { once: true });
    try {
      await once(socket.once("timeout", end), "connect");
      const families = [4, 6].filter((family) => addresses.some((address) => address.family === family));
      const others = families.length > 1 ? "; it has addresses of IPv4 and IPv6" : "";
      return ok(
        "address",
        `${host} is reached over ${socket.remoteFamily ?? "a socket"} at ${socket.remoteAddress ?? ""}${others}`,
      );
    } finally {
      signal.removeEventListener("abort", end);
      socket.destroy();
    }
  } catch {
    signal.throwIfAborted();
    return unlooked; // the endpoint's line says what failed
  }
}
