import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import * as tls from "node:tls";
import { agentFor, createClient, fetchByProxy } from "../../provider/client";
import { WhoAmIDocument as WhoAmI } from "../../api/generated/graphql";
import { redact } from "../../provider/core/secrets";
import { describeWithCertificates, type ForwardProxy, startForwardProxy, startSecured } from "../support/forward-proxy";
import { json, type Server, settingsFor, startServer } from "./server";

/** Where no name server knows it: only a proxy leads there. */
const host = "api.remoteit.test";
const before = process.env;
const behind = (env: NodeJS.ProcessEnv) => {
  const { HTTPS_PROXY: _s, HTTP_PROXY: _h, ALL_PROXY: _a, NO_PROXY: _n, ...others } = before;
  process.env = { ...others, ...env };
};
afterEach(() => {
  process.env = before;
});

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const ask = (endpoint: string) => createClient(settingsFor(endpoint)).graphql(WhoAmI, {}, { what: "Ask" });
const signal = AbortSignal.timeout(60_000);

describe("an http address", () => {
  test("is asked of the proxy as a whole, under its own name, with the user and the password of the proxy", async () => {
    behind({ HTTP_PROXY: server.url.replace("http://", "http://jane:pass%2Fword@") });
    server.answer = json({ data: { login: { id: "1" } } });
    expect(await ask(`http://${host}`)).toEqual({ login: { id: "1" } });
    expect(server.received).toMatchObject([
      {
        method: "POST",
        url: `http://${host}/graphql/v1`,
        headers: { host, "proxy-authorization": `Basic ${Buffer.from("jane:pass/word").toString("base64")}` },
      },
    ]);
    expect(server.received[0]?.body).toContain("whoAmI");
    for (const secret of ["pass%2Fword", "pass/word"]) expect(redact(`a ${secret}`)).toBe("a [secret]");
  });

  test("is answered with status, headers, each that is repeated included, and body", async () => {
    behind({ ALL_PROXY: server.url });
    server.answer = (_request, response) =>
      response.writeHead(201, "Made", { "set-cookie": ["a=1", "b=2"], "x-one": "1" }).end("text");
    const answer = await fetchByProxy(`http://${host}/x`, { method: "PUT", headers: { "x-sent": "2" }, body: "body", signal });
    expect([answer.status, answer.statusText, answer.headers.getSetCookie(), answer.headers.get("x-one")]).toEqual([
      201,
      "Made",
      ["a=1", "b=2"],
      "1",
    ]);
    expect(await answer.text()).toBe("text");
    const [request] = server.received;
    expect(request).toMatchObject({ method: "PUT", url: `http://${host}/x`, body: "body", headers: { "x-sent": "2" } });
    expect(request?.headers).not.toHaveProperty("proxy-authorization");
  });

  test.each([204, 205, 304])("may be answered without a body (HTTP %d), which is not followed", async (status) => {
    behind({ HTTP_PROXY: server.url });
    server.answer = (_request, response) => response.writeHead(status).end();
    const answer = await fetchByProxy(`http://${host}`, { method: "GET", signal });
    expect([answer.status, answer.body]).toEqual([status, null]);
  });

  test("that is not answered ends with the signal, with its own reason", async () => {
    behind({ HTTP_PROXY: server.url });
    const ending = new AbortController();
    server.answer = () => ending.abort(new Error("over"));
    await expect(fetchByProxy(`http://${host}`, { method: "GET", signal: ending.signal })).rejects.toThrow("over");
  });

  test("whose proxy cuts the line fails with what it was", async () => {
    behind({ HTTP_PROXY: server.url });
    server.answer = (_request, response) => response.socket?.destroy();
    await expect(fetchByProxy(`http://${host}`, { method: "GET", signal })).rejects.toThrow("socket hang up");
  });

  test("on this machine is reached without the proxy", async () => {
    behind({ HTTP_PROXY: "http://127.0.0.1:1" });
    server.answer = json({ data: { login: { id: "1" } } });
    expect(await ask(server.url)).toEqual({ login: { id: "1" } });
  });
});

describe("an https address behind a proxy that opens no tunnel", () => {
  let proxy: ForwardProxy;
  let refuse: number | undefined;
  beforeEach(async () => {
    proxy = await startForwardProxy(server.url, () => refuse);
  });
  afterEach(() => proxy.stop());

  test.each([
    [
      407,
      "ConfigurationError",
      "asks for a user and a password (HTTP 407), so nothing was sent.",
      /^Write them into HTTPS_PROXY, as http:\/\/USER:PASSWORD@127\.0\.0\.1:\d+\.$/,
    ],
    [
      403,
      "ConfigurationError",
      `led to no connection with ${host}:443 (HTTP 403), so nothing was sent.`,
      /^Have api\.remoteit\.test:443 allowed there, or name it in NO_PROXY where it is reached without the proxy\.$/,
    ],
    [502, "TransientError", `led to no connection with ${host}:443 (HTTP 502), so nothing was sent.`, /^Run again in a while\.$/],
    [500, "TransientError", "(HTTP 500)", /^Run again in a while\.$/],
    [300, "ConfigurationError", "(HTTP 300)", /allowed there/],
  ])("HTTP %d is a %s that says what to do", async (status, name, words, remedy) => {
    refuse = status;
    behind({ HTTPS_PROXY: proxy.url });
    const error: unknown = await ask(`https://${host}`).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name, remedy: expect.stringMatching(remedy) as string });
    expect((error as Error).message).toContain(`The proxy ${proxy.url} (HTTPS_PROXY) `);
    expect((error as Error).message).toContain(words);
    if (name === "TransientError") expect(error).toMatchObject({ reached: "no" });
    expect(proxy.asked).toEqual([{ target: `${host}:443`, authorization: undefined }]);
  });

  test("its user and password are told to the proxy, and an address of IPv6 stands in brackets", async () => {
    refuse = 403;
    behind({ HTTPS_PROXY: proxy.url.replace("http://", "http://jane:word@") });
    await expect(ask("https://[fd00::1]:8443")).rejects.toThrow("with [fd00::1]:8443 (HTTP 403)");
    expect(proxy.asked).toEqual([
      { target: "[fd00::1]:8443", authorization: `Basic ${Buffer.from("jane:word").toString("base64")}` },
    ]);
  });

  test("one that is not there was not reached, and nothing was sent", async () => {
    const closed = createServer();
    await once(closed.listen(0, "127.0.0.1"), "listening");
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    behind({ ALL_PROXY: `127.0.0.1:${port}` });
    await expect(ask(`https://${host}`)).rejects.toMatchObject({
      name: "TransientError",
      reached: "no",
      why: expect.stringMatching(
        /^The proxy http:\/\/127\.0\.0\.1:\d+ \(ALL_PROXY\) cannot be reached \(ECONNREFUSED: .*\), so nothing was sent\.$/,
      ) as string,
      remedy: "Check ALL_PROXY, or name the hosts that are reached without it in NO_PROXY, then run again.",
    });
  });

  test("a request that ends meanwhile ends the wait for the tunnel", async () => {
    refuse = undefined;
    const silent = createServer();
    await once(silent.listen(0, "127.0.0.1"), "listening");
    behind({ HTTPS_PROXY: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` });
    const ending = new AbortController();
    const connected = once(silent, "connection");
    const asking = fetchByProxy(`https://${host}`, { method: "GET", signal: ending.signal });
    const [socket] = (await connected) as [tls.TLSSocket];
    ending.abort(new Error("over"));
    await expect(asking).rejects.toThrow("over");
    socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
  });
});

describe("the agent of an address", () => {
  test("is one for each proxy, and none where there is no proxy or no tunnel", () => {
    behind({ ALL_PROXY: "http://proxy.example:3128" });
    const agent = agentFor(new URL(`https://${host}`));
    expect(agent).toBeDefined();
    expect(agentFor(new URL("https://other.example"))).toBe(agent);
    expect(agentFor(new URL(`http://${host}`))).toBeUndefined();
    expect(agentFor(new URL("https://localhost"))).toBeUndefined();
    behind({ HTTPS_PROXY: "http://another.example:3128" });
    expect(agentFor(new URL(`https://${host}`))).not.toBe(agent);
    behind({});
    expect(agentFor(new URL(`https://${host}`))).toBeUndefined();
  });
});

describeWithCertificates("an https address behind a proxy", () => {
  const tunnelled = async (use: (proxy: ForwardProxy, authority: string) => Promise<void>) => {
    server.answer = json({ data: { login: { id: "1" } } });
    const secured = await startSecured(server.url, host);
    const proxy = await startForwardProxy(secured.url);
    behind({ HTTPS_PROXY: proxy.url });
    try {
      await use(proxy, readFileSync(secured.authority, "utf8"));
    } finally {
      await proxy.stop();
      await secured.stop();
    }
  };

  test("with a certificate that nobody trusts is told as such: the tunnel led there", async () => {
    await tunnelled(async (proxy) => {
      await expect(ask(`https://${host}`)).rejects.toThrow(`No secure connection to https://${host} could be made`);
      expect(proxy.asked).toEqual([{ target: `${host}:443`, authorization: undefined }]);
      expect(server.received).toEqual([]);
    });
  });

  // From Node 22.19 and 24.5 on.
  const whereTrustCanBeGiven = "setDefaultCACertificates" in tls ? test : test.skip;
  whereTrustCanBeGiven("is asked through one tunnel for many requests", async () => {
    await tunnelled(async (proxy, authority) => {
      const trusted = tls.getCACertificates("default");
      tls.setDefaultCACertificates([...trusted, authority]);
      try {
        for (let count = 0; count < 3; count += 1) expect(await ask(`https://${host}`)).toEqual({ login: { id: "1" } });
      } finally {
        tls.setDefaultCACertificates(trusted);
      }
      expect(proxy.asked).toEqual([{ target: `${host}:443`, authorization: undefined }]);
      expect(server.received.map(({ url }) => url)).toEqual(Array(3).fill("/graphql/v1"));
    });
  });
});
