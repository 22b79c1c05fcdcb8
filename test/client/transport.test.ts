import { createVerifier, httpbis } from "http-message-signatures";
import { parseRequest, verifyHMAC } from "http-signature";

import { addressesOf, type Log, operate, type Settings } from "../../provider/client";
import { createSigning } from "../../provider/client/signing";
import { createTransport, type Outgoing } from "../../provider/client/transport";
import { version } from "../../package.json";
import { json, type Received, secretText, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const about = { what: "Reading devices" };
const post = { method: "POST", path: "", body: '{"name":"Café 🚀"}', operation: "GraphQL getDevices", about } as const;
const get = {
  method: "GET",
  path: "/device/list/all?cache=false",
  operation: "REST device/list/all",
  isRest: true,
  about,
} as const;
const transportTo = (more: Partial<Settings> = {}, log: Log = () => undefined) => {
  const settings = settingsFor(server.url, more);
  const transport = createTransport(settings, createSigning(settings.signature), log);
  const { graphql, rest = graphql } = addressesOf(settings);
  return (outgoing: Omit<Outgoing, "address">) => transport({ ...outgoing, address: outgoing.isRest ? rest : graphql });
};

const verify = {
  cavage: ({ method, url, headers }: Received) =>
    Promise.resolve(verifyHMAC(parseRequest({ method, url, headers } as never) as never, Buffer.from(secretText) as never)),
  rfc9421: ({ method, url, headers }: Received) =>
    httpbis.verifyMessage(
      { keyLookup: () => Promise.resolve({ verify: createVerifier(Buffer.from(secretText), "hmac-sha256") }) },
      { method, url: `${server.url}${url}`, headers: headers as Record<string, string> },
    ),
};

describe.each(["cavage", "rfc9421"] as const)("signed by %s", (signature) => {
  test.each([post, get])("$method arrives with a signature that a third party verifies", async (outgoing) => {
    server.answer = json({ data: {} });
    await transportTo({ signature })(outgoing);
    const [request] = server.received as [Received];
    expect(await verify[signature](request)).toBe(true);
    expect(await verify[signature]({ ...request, headers: { ...request.headers, host: "elsewhere.example" }, url: "/" })).toBe(
      false,
    );
  });
});

test("a request bears its host with the port, a GMT date, the client's version and its length in bytes", async () => {
  server.answer = json({ data: {} });
  await transportTo()(post);
  expect(server.received[0]).toMatchObject({
    body: post.body,
    headers: {
      host: new URL(server.url).host,
      date: expect.stringMatching(/ GMT$/) as string,
      "user-agent": `pulumi-remoteit/${version}`,
      "content-type": "application/json",
      "content-length": "21",
    },
  });
});

test("the RFC 9421 scheme sends an empty Authorization header", async () => {
  server.answer = json({ data: {} });
  await transportTo({ signature: "rfc9421" })(post);
  expect(server.received[0]?.headers.authorization).toBe("");
});

test("a GET is sent without a body and signs no content headers", async () => {
  server.answer = json({ status: "true" });
  await transportTo()(get);
  expect(server.received[0]?.headers).not.toHaveProperty("content-type");
  expect(server.received[0]?.headers.authorization).toContain('headers="(request-target) host date"');
});

test("requests one after the other share connections", async () => {
  const ports = new Set<number | undefined>();
  server.answer = (request, response) => {
    ports.add(response.socket?.remotePort);
    json({ data: {} })(request, response);
  };
  const transport = transportTo();
  for (let count = 0; count < 20; count++) await transport(post);
  expect(ports.size).toBeLessThan(5);
});

test("a deprecation warning of remote.it is passed on once, other warnings never", async () => {
  const said: string[] = [];
  const transport = transportTo({}, (level, message) => said.push(`${level}: ${message}`));
  server.answer = json({ data: {} }, 200, { "X-R3-Warning": "199 all is well" });
  await transport(post);
  server.answer = json({ data: {} }, 200, { "X-R3-Warning": "121 this client is deprecated" });
  await transport(post);
  await transport(post);
  expect(said).toEqual([
    expect.stringMatching(/^warning: .*deprecated \(121 this client is deprecated\)\. Update the package\.$/),
  ]);
});

test("the signal of the operation aborts a request, with the signal's own reason", async () => {
  const abort = new AbortController();
  const reason = new Error("the user pressed Ctrl-C");
  server.answer = () => abort.abort(reason);
  await expect(operate(() => transportTo()(post), { signal: abort.signal })).rejects.toBe(reason);
});

test("a signal that was aborted before sends nothing", async () => {
  const signal = AbortSignal.abort(new Error("cancelled"));
  await expect(operate(() => transportTo()(post), { signal })).rejects.toThrow("cancelled");
  expect(server.received).toHaveLength(0);
});
