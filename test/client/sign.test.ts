import fc from "fast-check";
import { createVerifier, httpbis } from "http-message-signatures";
import { parseRequest, verifyHMAC } from "http-signature";

import { hmac, signatureBase, signCavage, signedHeaders, signRfc9421 } from "../../provider/client/sign";

const key = { accessKeyId: "KEY7", secretAccessKey: Buffer.from("a secret of this test").toString("base64") };
const secret = Buffer.from(key.secretAccessKey, "base64");

// A verifier sees the request line as it arrives, never the URL as it was written.
const arrived = (url: URL): string => `${url.pathname}${url.search}`;

const verifiesCavage = (method: string, url: URL, headers: Record<string, string>): boolean =>
  verifyHMAC(parseRequest({ method, url: arrived(url), headers } as never, { clockSkew: 60 }), secret);

const verifiesRfc9421 = async (method: string, url: URL, headers: Record<string, string>): Promise<boolean> =>
  (await httpbis.verifyMessage(
    {
      keyLookup: ({ keyid }) =>
        Promise.resolve(keyid === key.accessKeyId ? { verify: createVerifier(secret, "hmac-sha256") } : null),
    },
    { method, url: url.href, headers },
  )) === true;

const parts = {
  path: fc.webPath(),
  query: fc.webQueryParameters(),
  host: fc.constantFrom("https://api.remote.it", "http://127.0.0.1:41234", "https://[::1]:8443"),
  method: fc.constantFrom("GET", "POST"),
  body: fc.string({ unit: "grapheme" }),
};

test("the signature base and HMAC give the vector of RFC 9421, B.2.5", () => {
  const vector = {
    accessKeyId: "test-shared-secret",
    secretAccessKey: "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==",
  };
  const request = {
    method: "POST",
    url: new URL("https://example.com/foo?param=Value&Pet=dog"),
    headers: { date: "Tue, 20 Apr 2021 02:07:55 GMT", "content-type": "application/json" },
  };
  const parameters = '("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"';
  const base = signatureBase(request, ["date", "@authority", "content-type"], parameters);
  expect(hmac(vector, base)).toBe("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
});

test("http-signature accepts the cavage signature of any path, query and body", () => {
  fc.assert(
    fc.property(fc.record(parts), ({ host, path, query, method, body }) => {
      const url = new URL(`${host}${path}?${query}`);
      const headers = signedHeaders("cavage", key, method, url, method === "GET" ? undefined : body, new Date());
      expect(verifiesCavage(method, url, headers)).toBe(true);
      expect(verifiesCavage(method, new URL(`${url.href}x`), headers)).toBe(false);
    }),
  );
});

test("http-signature accepts the cavage signature over headers in any order", () => {
  const all = ["host", "date", "content-type", "content-length", "x-tag"];
  const names = fc.shuffledSubarray(all).filter((chosen) => chosen.includes("date"));
  fc.assert(
    fc.property(names, fc.string({ unit: "grapheme-ascii" }), (order, value) => {
      const date = new Date().toUTCString();
      const headers = Object.fromEntries(order.map((name) => [name, name === "date" ? date : value.trim()]));
      const url = new URL("https://api.remote.it/graphql/v1");
      const signed = signCavage({ method: "POST", url, headers }, key);
      expect(verifiesCavage("POST", url, { date, ...headers, ...signed })).toBe(true);
    }),
  );
});

test("http-message-signatures accepts the RFC 9421 signature of any path, query and body", async () => {
  await fc.assert(
    fc.asyncProperty(fc.record(parts), async ({ host, path, query, method, body }) => {
      const url = new URL(`${host}${path}?${query}`);
      const headers = signedHeaders("rfc9421", key, method, url, method === "GET" ? undefined : body, new Date());
      expect(await verifiesRfc9421(method, url, headers)).toBe(true);
      await expect(verifiesRfc9421(method === "GET" ? "POST" : "GET", url, headers)).resolves.toBe(false);
    }),
  );
});

test("a changed host or date breaks the RFC 9421 signature", async () => {
  const url = new URL("https://api.remote.it/graphql/v1");
  const headers = { date: new Date().toUTCString() };
  const signed = { ...headers, ...signRfc9421({ method: "POST", url, headers }, key, new Date()) };
  expect(await verifiesRfc9421("POST", url, signed)).toBe(true);
  expect(await verifiesRfc9421("POST", url, { ...signed, date: new Date(0).toUTCString() })).toBe(false);
  expect(await verifiesRfc9421("POST", new URL("https://api.remot3.it/graphql/v1"), signed)).toBe(false);
});

test("content-length counts the bytes of the body, not its characters", () => {
  const headers = signedHeaders("cavage", key, "POST", new URL("https://api.remote.it/"), '{"name":"Café 🚀"}', new Date());
  expect(headers).toMatchObject({ "content-length": "21" });
});

test("a GET signs its target, host and date only, and the host bears its port", () => {
  const headers = signedHeaders("cavage", key, "GET", new URL("http://localhost:8080/a"), undefined, new Date(0));
  expect(headers).toEqual({
    host: "localhost:8080",
    date: "Thu, 01 Jan 1970 00:00:00 GMT",
    authorization: expect.stringContaining('headers="(request-target) host date"') as string,
  });
});

test("the RFC 9421 scheme labels its signature and empties the Authorization header", () => {
  const headers = signedHeaders("rfc9421", key, "POST", new URL("https://api.remote.it/graphql/v1"), "{}", new Date(1e12));
  expect(headers).toMatchObject({
    authorization: "",
    "signature-input": 'remoteit=("@method" "@authority" "@target-uri" "date");created=1000000000;keyid="KEY7";alg="hmac-sha256"',
    signature: expect.stringMatching(/^remoteit=:[A-Za-z0-9+/]+=*:$/) as string,
  });
});
