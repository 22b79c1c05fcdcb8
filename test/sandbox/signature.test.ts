import { createHash, createHmac } from "node:crypto";
import { startSandbox } from "../../sandbox";
import { playground, query, rest, send, type Asked } from "./support";

const ground = playground();
const whoAmI = query("{ login { id } }");
const ask = (more: Partial<Asked> = {}) => send(ground.sandbox, { ...whoAmI, ...more });

describe.each(["cavage", "rfc9421"] as const)("signed by %s", (scheme) => {
  test("a request is answered as the key's account", async () => {
    const { status, text } = await ask({ scheme });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { login: { id: ground.sandbox.accountId } } }]);
  });

  test("a body beyond ASCII is verified by its bytes", async () => {
    const { status } = await ask({ scheme, ...query('{ login { devices(name: "Café 🚀") { total } } }') });
    expect(status).toBe(200);
  });

  test("a GET without a body is verified with its query", async () => {
    const { status, text } = await send(ground.sandbox, { ...rest(ground.sandbox, "device/list/all?cache=false"), scheme });
    expect([status, JSON.parse(text)]).toEqual([200, { status: "true", devices: [] }]);
  });

  test("an unknown key is refused", async () => {
    const { status, text } = await ask({ scheme, accessKeyId: "NOBODY" });
    expect([status, text]).toEqual([401, expect.stringContaining("unknown or disabled")]);
  });

  test("a wrong secret is refused", async () => {
    const { status, text } = await ask({ scheme, secretAccessKey: Buffer.from("another").toString("base64") });
    expect([status, text]).toEqual([401, expect.stringContaining("does not match")]);
  });

  test("a disabled key is refused, and another of the account goes on", async () => {
    const key = await ground.control.key();
    expect((await ask({ scheme, ...key })).status).toBe(200);
    await ground.control.disableKey(key.accessKeyId);
    expect((await ask({ scheme, ...key })).status).toBe(401);
    expect((await ask({ scheme })).status).toBe(200);
  });

  test.each([-301, 301])("a date that is %d s off is refused, with what is wrong", async (seconds) => {
    const date = new Date(Date.now() + seconds * 1000).toUTCString();
    const { status, text } = await ask({ scheme, date });
    expect([status, text]).toEqual([401, expect.stringMatching(/The header Date is 30\d s (behind|ahead of)/)]);
  });

  test.each([-290, 290])("a date that is %d s off is let pass", async (seconds) => {
    expect((await ask({ scheme, date: new Date(Date.now() + seconds * 1000).toUTCString() })).status).toBe(200);
  });

  test.each([-7200, 7200])("the clock that counts is the sandbox's, here %d s away", async (offset) => {
    await ground.control.clock(offset);
    const refused = await ask({ scheme });
    expect(refused.status).toBe(401);
    const date = refused.headers.date ?? "";
    expect(Math.abs(Date.parse(date) - Date.now() - offset * 1000)).toBeLessThan(60_000);
    expect((await ask({ scheme, date })).status).toBe(200);
  });

  test("a date as a shell writes it, in UTC, is let pass", async () => {
    expect((await ask({ scheme, date: new Date().toUTCString().replace("GMT", "UTC") })).status).toBe(200);
  });

  test("a date in another form than HTTP's is refused", async () => {
    const { status, text } = await ask({ scheme, date: new Date().toISOString() });
    expect([status, text]).toEqual([401, expect.stringContaining("must be a date in GMT")]);
  });
});

const first = ["(request-target)", "host", "date"];
const base64 = (algorithm: string, body: string) => createHash(algorithm).update(body).digest("base64");
const listAll = () => rest(ground.sandbox, "device/list/all");
const nameIt = () => rest(ground.sandbox, "device/name", { deviceaddress: "80:00", devicealias: "x" });

describe("cavage signs lists of headers that are seen in use", () => {
  test.each<[string, () => Asked, string[]]>([
    ["the docs' of 2023", () => whoAmI, [...first, "content-type", "content-length"]],
    ["the collections', without the length", () => whoAmI, [...first, "content-type"]],
    ["a list in another order", () => whoAmI, ["date", "content-type", "host", "(request-target)"]],
    ["the three of a GET", listAll, first],
    ["REST by its date alone", listAll, ["date"]],
    ["REST with a body as GraphQL", nameIt, [...first, "content-type"]],
  ])("%s", async (_whose, asked, signs) => {
    expect((await send(ground.sandbox, { ...asked(), signs })).status).toBe(200);
  });

  test.each(["sha256", "sha512"])("with a digest of the body too, by %s", async (algorithm) => {
    const named = algorithm === "sha256" ? "SHA-256" : "SHA-512";
    const headers = { digest: `${named}=${base64(algorithm, whoAmI.body ?? "")}` };
    expect((await ask({ headers, signs: [...first, "content-type", "content-length", "digest"] })).status).toBe(200);
  });

  test("REST with a body by its date and digest", async () => {
    const asked = nameIt();
    const headers = { ...asked.headers, digest: `SHA-256=${base64("sha256", asked.body ?? "")}` };
    expect((await send(ground.sandbox, { ...asked, headers, signs: ["date", "digest"] })).status).toBe(200);
  });

  test.each<[string, () => Asked, string[]]>([
    ["no target", () => whoAmI, ["host", "date", "content-type", "content-length"]],
    ["no host", () => whoAmI, ["(request-target)", "date", "content-type", "content-length"]],
    ["no date", () => whoAmI, ["(request-target)", "host", "content-type", "content-length"]],
    ["no type of the body", () => whoAmI, [...first, "content-length"]],
    ["GraphQL by its date alone", () => whoAmI, ["date"]],
    ["REST with a body by its date alone", nameIt, ["date"]],
  ])("and is refused with %s", async (_what, asked, signs) => {
    expect((await send(ground.sandbox, { ...asked(), signs })).status).toBe(401);
  });

  test("and the refusal says what must be covered", async () => {
    const { text } = await ask({ signs: ["date"] });
    expect(text).toContain("must cover (request-target) host date content-type; it covers date.");
  });
});

test.each<[string, Record<string, string>]>([
  ["digest", { digest: "SHA-256=AAAA" }],
  ["digest", { digest: "MD5=AAAA" }],
  ["content-digest", { "content-digest": "sha-256=:AAAA:" }],
])("a header %s that is not the body's is refused, signed or not", async (name, headers) => {
  for (const scheme of ["cavage", "rfc9421"] as const) {
    const { status, text } = await ask({ scheme, headers });
    expect([status, text]).toEqual([401, expect.stringContaining(`The header ${name} is not`)]);
  }
});

test("cavage takes no weaker algorithm", async () => {
  expect((await ask({ algorithm: "hmac-sha1" })).status).toBe(401);
});

test.each(["@method", "@authority", "@target-uri", "date"])("RFC 9421 must sign %s", async (missing) => {
  const components = ["@method", "@authority", "@target-uri", "date"].filter((name) => name !== missing);
  expect((await ask({ scheme: "rfc9421", components })).status).toBe(401);
});

test.each<[string, Partial<Asked>]>([
  ["another label", { label: "sig1" }],
  ["no header Authorization", { withoutAuthorization: true }],
  [
    "more components",
    {
      label: "pyhms",
      components: ["@method", "@authority", "@target-uri", "date", "content-type", "content-length", "content-digest"],
      headers: { "content-digest": `sha-256=:${base64("sha256", whoAmI.body ?? "")}:` },
    },
  ],
])("RFC 9421 is taken with %s", async (_what, more) => {
  expect((await ask({ scheme: "rfc9421", ...more })).status).toBe(200);
});

test("RFC 9421 takes one signature: of several, one could stand for what the others do not sign", async () => {
  const { status, text } = await ask({ scheme: "rfc9421", alsoLabelled: ["other"] });
  expect([status, text]).toEqual([401, expect.stringContaining("There must be one signature")]);
});

test("an unsigned request and a foreign scheme are refused", async () => {
  expect((await ask({ scheme: "none" })).status).toBe(401);
  expect((await ask({ scheme: "none", headers: { authorization: "Bearer token" } })).status).toBe(401);
});

test("REST without the developer key, or with another, misses its token", async () => {
  const asked = rest(ground.sandbox, "device/list/all");
  for (const headers of [{}, { developerkey: "another" }]) {
    const { status, text } = await send(ground.sandbox, { ...asked, headers });
    expect([status, JSON.parse(text)]).toEqual([200, { status: "false", reason: "missing api token" }]);
  }
});

describe("in another world", () => {
  test.each([
    ["both", "401", { cavage: 200, rfc9421: 200 }],
    ["cavage", "401", { cavage: 200, rfc9421: 401 }],
    ["rfc9421", "403", { cavage: 403, rfc9421: 200 }],
  ] as const)("signature=%s, signature-refusal=%s", async (signature, refusal, statuses) => {
    const sandbox = await startSandbox({ world: { signature, "signature-refusal": refusal } });
    try {
      for (const scheme of ["cavage", "rfc9421"] as const)
        expect((await send(sandbox, { ...whoAmI, scheme })).status).toBe(statuses[scheme]);
      expect((await send(sandbox, { ...whoAmI, accessKeyId: "NOBODY", scheme: "none" })).status).toBe(Number(refusal));
      const introspection = query("{ __schema { queryType { name } } }");
      expect((await send(sandbox, { ...introspection, scheme: "none" })).status).toBe(Number(refusal));
    } finally {
      await sandbox.stop();
    }
  });

  test("rest=absent has GraphQL alone, also at an address without a version", async () => {
    const sandbox = await startSandbox({ world: { rest: "absent" } });
    try {
      for (const path of ["/graphql", "/graphql/v1", "/graphql/beta"])
        expect((await send(sandbox, { ...whoAmI, path })).status).toBe(200);
      expect((await send(sandbox, rest(sandbox, "device/list/all"))).status).toBe(404);
    } finally {
      await sandbox.stop();
    }
  });
});

test("RFC 9421 may have signed https, where a proxy before the sandbox ends TLS", async () => {
  const { accessKeyId, secretAccessKey } = ground.sandbox;
  const date = new Date().toUTCString();
  const parameters = `("@method" "@authority" "@target-uri" "date");keyid="${accessKeyId}"`;
  const lines = [
    '"@method": POST',
    '"@authority": api.remote.it',
    '"@target-uri": https://api.remote.it/graphql/v1',
    `"date": ${date}`,
  ];
  const text = [...lines, `"@signature-params": ${parameters}`].join("\n");
  const signature = createHmac("sha256", Buffer.from(secretAccessKey, "base64")).update(text).digest("base64");
  const headers = { host: "api.remote.it", "signature-input": `sig=${parameters}`, signature: `sig=:${signature}:` };
  expect((await ask({ date, scheme: "none", headers })).status).toBe(200);
});

describe("the port of the sandbox's address, which remote.it's has not, may be", () => {
  /** Signs one host and sends another. */
  const withHosts = async (signed: string, sent: string): Promise<number> => {
    const { accessKeyId, secretAccessKey } = ground.sandbox;
    const date = new Date().toUTCString();
    const text = `(request-target): post /graphql/v1\nhost: ${signed}\ndate: ${date}\ncontent-type: application/json`;
    const signature = createHmac("sha256", Buffer.from(secretAccessKey, "base64")).update(text).digest("base64");
    const list = "(request-target) host date content-type";
    const authorization = `Signature keyId="${accessKeyId}",algorithm="hmac-sha256",headers="${list}",signature="${signature}"`;
    return (await send(ground.sandbox, { ...whoAmI, date, scheme: "none", headers: { authorization, host: sent } })).status;
  };
  const host = () => new URL(ground.sandbox.endpoint).host;
  const name = "127.0.0.1";
  const twice = () => `${host()}:${new URL(ground.sandbox.endpoint).port}`;

  test("left out of what is signed, as Postman's script does", async () => expect(await withHosts(name, host())).toBe(200));
  test("left out of the header", async () => expect(await withHosts(host(), name)).toBe(200));
  test("signed twice, as a library of Python does", async () => expect(await withHosts(twice(), host())).toBe(200));
  test("no other than the sandbox's", async () => expect(await withHosts(`${name}:1`, host())).toBe(401));
  test("of no other host", async () => expect(await withHosts("api.example.com", host())).toBe(401));
});
