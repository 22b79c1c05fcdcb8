import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { networkInterfaces } from "node:os";
import { writeFiles } from "../../engine/support";
import { describeWithCertificates, startForwardProxy, startSecured } from "../../support/forward-proxy";
import { temporaryFolder } from "../../support/run";
import { useCli } from "../support";
import { examine, holds, matches } from "./support";

const account = useCli({ devices: 1 });

test("the way to the sandbox is straight", async () => {
  const { checks } = await examine(account, { env: { HTTPS_PROXY: "http://proxy.example:3128" } });
  expect(checks).toMatchObject({
    proxy: { status: "ok", message: "none: 127.0.0.1 is this machine" },
    certificates: { status: "ok", message: holds("NODE_EXTRA_CA_CERTS adds none") },
    address: { status: "ok", message: "127.0.0.1 is reached over IPv4 at 127.0.0.1" },
  });
});

describeWithCertificates("behind a proxy", () => {
  test("the proxy and the certificates that lead to remote.it are named, without the proxy's password", async () => {
    const secured = await startSecured(account.sandbox.endpoint, "api.remoteit.test");
    const proxy = await startForwardProxy(secured.url);
    try {
      const HTTPS_PROXY = proxy.url.replace("://", "://jane:secret-of-jane@");
      const env = { HTTPS_PROXY, NODE_EXTRA_CA_CERTS: secured.authority, REMOTEIT_ENDPOINT: "https://api.remoteit.test" };
      const { code, checks } = await examine(account, { env });
      expect(code).toBe(0);
      expect(checks).toMatchObject({
        proxy: { status: "ok", message: `${proxy.url} (HTTPS_PROXY, with a user)` },
        certificates: { status: "ok", message: `those that Node brings, and 1 of ${secured.authority} (NODE_EXTRA_CA_CERTS)` },
        address: { status: "ok", message: holds("over IPv4") },
        signature: { status: "ok" },
      });
      expect(JSON.stringify(checks)).not.toContain("secret-of-jane");
      const untrusted = await examine(account, { env: { ...env, NODE_EXTRA_CA_CERTS: "" } });
      expect(untrusted.checks["endpoint"]).toMatchObject({ status: "failed", remedy: holds("NODE_EXTRA_CA_CERTS") });
    } finally {
      await proxy.stop();
      await secured.stop();
    }
  });
});

test.each([
  [
    "https://api.remote.it",
    { HTTPS_PROXY: "http://proxy.example", NO_PROXY: "remote.it" },
    "none: NO_PROXY leaves it out for api.remote.it",
  ],
  ["https://nowhere.invalid", {}, "none: neither HTTPS_PROXY nor ALL_PROXY is set"],
])("no proxy to %s with %j", async (endpoint, env, message) => {
  const { checks } = await examine(account, { env: { ...env, REMOTEIT_ENDPOINT: endpoint } });
  expect(checks["proxy"]).toEqual({ status: "ok", message });
});

test("a proxy of another kind is a failure that says so", async () => {
  const { code, checks } = await examine(account, {
    env: { ALL_PROXY: "socks5://p", REMOTEIT_ENDPOINT: "https://nowhere.invalid" },
  });
  expect(code).toBe(1);
  expect(checks).toMatchObject({
    proxy: { status: "failed", message: holds("socks5://p is no address"), remedy: holds("Set ALL_PROXY") },
    address: { status: "skipped" },
    endpoint: { status: "failed", message: holds("ALL_PROXY") },
  });
});

test("certificates that Node passes over are a warning", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "none.pem": "hello", "broken.pem": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" });
  for (const [name, why] of [
    ["missing.pem", /There is no such file/],
    ["none.pem", /holds none/],
    ["broken.pem", /no certificate/],
  ] as const) {
    // Node itself says so on standard error, where it is to be seen.
    const { stdout } = await account.cli(["doctor", "--json"], { env: { NODE_EXTRA_CA_CERTS: join(folder, name) } });
    const { checks } = JSON.parse(stdout) as { checks: unknown[] };
    expect(checks).toContainEqual(expect.objectContaining({ check: "certificates", status: "warning", message: matches(why) }));
  }
});

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));

(hasIPv6 ? test : test.skip)("an endpoint with an address of IPv6 is signed for and reached", async () => {
  const { port } = new URL(account.sandbox.endpoint);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(port), "127.0.0.1");
    for (const end of [socket, onward]) sockets.add(end.on("error", () => undefined));
    socket.pipe(onward).pipe(socket);
  });
  await once(server.listen(0, "::1"), "listening");
  try {
    const endpoint = `http://[::1]:${(server.address() as AddressInfo).port}`;
    const { code, checks } = await examine(account, { env: { REMOTEIT_ENDPOINT: endpoint } });
    expect({ code, address: checks["address"]?.message }).toEqual({ code: 0, address: "::1 is reached over IPv6 at ::1" });
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});
