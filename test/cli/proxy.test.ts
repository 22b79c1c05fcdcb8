import { createServer } from "node:net";
import { once } from "node:events";
import {
  describeWithCertificates,
  type ForwardProxy,
  type Secured,
  startForwardProxy,
  startSecured,
} from "../support/forward-proxy";
import { exchange } from "../../conformance/socket";
import { accountIn, type RunOptions, useCli } from "./support";

const account = useCli({ devices: 2, services: 1 });

/** Where no name server knows it: only the proxy leads there. */
const host = "api.remoteit.test";

describeWithCertificates("the command behind a proxy", () => {
  let secured: Secured;
  let proxy: ForwardProxy;
  let refuse: number | undefined;
  beforeAll(async () => {
    secured = await startSecured(account.sandbox.endpoint, host);
    proxy = await startForwardProxy(secured.url, () => refuse);
  });
  afterAll(async () => {
    await proxy.stop();
    await secured.stop();
  });
  beforeEach(() => {
    proxy.asked.length = 0;
    refuse = undefined;
  });

  const behind = (env: NodeJS.ProcessEnv): RunOptions => ({
    env: { ...accountIn(account.sandbox), REMOTEIT_ENDPOINT: `https://${host}`, NODE_EXTRA_CA_CERTS: secured.authority, ...env },
  });
  const inventory = (env: NodeJS.ProcessEnv) => account.cli(["inventory", "--format", "json"], behind(env));

  describe("remote.it is reached through the proxy that the environment names", () => {
    test.each(["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])("%s", async (name) => {
      const { code, stdout, stderr } = await inventory({ [name]: proxy.url });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("ssh");
      expect(proxy.asked).toContainEqual({ target: `${host}:443`, authorization: undefined });
    });

    test("also without its scheme, with a user and a password, which no message shows", async () => {
      const named = proxy.url.replace("http://", "jane:pass%2Fword@");
      expect(await inventory({ HTTPS_PROXY: named })).toMatchObject({ code: 0, stderr: "" });
      const authorization = `Basic ${Buffer.from("jane:pass/word").toString("base64")}`;
      expect(proxy.asked).toContainEqual({ target: `${host}:443`, authorization });
      refuse = 407;
      const { code, stderr } = await inventory({ HTTPS_PROXY: named });
      expect(code).toBe(1);
      expect(stderr).toMatch(/The proxy http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) asks for a user and a password \(HTTP 407\)/);
      expect(stderr).not.toMatch(/jane|pass%2Fword|pass\/word/);
    });

    test("one connection serves many requests", async () => {
      expect(await account.cli(["doctor"], behind({ HTTPS_PROXY: proxy.url }))).toMatchObject({ code: 0 });
      expect(proxy.asked.length).toBeLessThan(4);
    });

    test("the WebSocket of events as well", async () => {
      const ws = await startSecured(account.sandbox.endpoint, "ws.remote.it");
      const forward = await startForwardProxy(ws.url);
      const before = { ...process.env };
      Object.assign(process.env, { HTTPS_PROXY: forward.url });
      try {
        // Its certificate is not trusted here, so there is no WebSocket; that it was asked for is what counts.
        expect(await exchange("wss://ws.remote.it/v1", "{}", AbortSignal.timeout(10_000))).toBeNull();
        expect(forward.asked).toEqual([{ target: "ws.remote.it:443", authorization: undefined }]);
      } finally {
        process.env = before;
        await forward.stop();
        await ws.stop();
      }
    });
  });

  describe("no proxy is used", () => {
    test("for what NO_PROXY names", async () => {
      for (const name of ["NO_PROXY", "no_proxy"]) {
        const { code, stdout } = await account.cli(["doctor"], behind({ HTTPS_PROXY: proxy.url, [name]: "remoteit.test" }));
        expect({ code, asked: proxy.asked }).toEqual({ code: 1, asked: [] });
        expect(stdout).toMatch(/cannot be reached \(E.*set HTTPS_PROXY/s);
      }
    });

    test("for what is on this machine, such as the sandbox", async () => {
      const env = { ...accountIn(account.sandbox), HTTP_PROXY: proxy.url, http_proxy: proxy.url, HTTPS_PROXY: proxy.url };
      expect(await account.cli(["inventory"], { env })).toMatchObject({ code: 0, stderr: "" });
      expect(proxy.asked).toEqual([]);
    });
  });

  describe("what a proxy does not do is said", () => {
    test("it refuses the host", async () => {
      refuse = 403;
      const { code, stderr } = await inventory({ HTTPS_PROXY: proxy.url });
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /led to no connection with api\.remoteit\.test:443 \(HTTP 403\), so nothing was sent\. Have .* allowed there/,
      );
    });

    test("nobody answers at its address", async () => {
      const server = createServer();
      await once(server.listen(0, "127.0.0.1"), "listening");
      const { port } = server.address() as { port: number };
      await new Promise((resolve) => server.close(resolve));
      const { code, stdout } = await account.cli(["doctor"], behind({ HTTPS_PROXY: `http://127.0.0.1:${port}` }));
      expect(code).toBe(1);
      expect(stdout).toMatch(
        new RegExp(`failed +endpoint +The proxy http://127.0.0.1:${port} \\(HTTPS_PROXY\\) cannot be reached \\(ECONNREFUSED`),
      );
    });

    test.each(["socks5://127.0.0.1:1080", "ftp://127.0.0.1", "http://", "::"])("it is %s", async (address) => {
      const { code, stderr } = await inventory({ ALL_PROXY: address });
      expect(code).toBe(1);
      expect(stderr).toMatch(/ALL_PROXY names a proxy, and .* is no address of one that takes http:\/\/ or https:\/\//);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    });
  });
});
