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

  test("a date in another form than HTTP's is refused", async () => {
    const { status, text } = await ask({ scheme, date: new Date().toISOString() });
    expect([status, text]).toEqual([401, expect.stringContaining("must be a date in GMT")]);
  });
});

test.each([
  ["the target", ["host", "date", "content-type", "content-length"]],
  ["the host", ["(request-target)", "date", "content-type", "content-length"]],
  ["the date", ["(request-target)", "host", "content-type", "content-length"]],
  ["the body's type", ["(request-target)", "host", "date", "content-length"]],
  ["the body's length", ["(request-target)", "host", "date", "content-type"]],
])("cavage must sign %s", async (_what, signs) => {
  const { status, text } = await ask({ signs });
  expect([status, text]).toEqual([401, expect.stringContaining("was not a signed header")]);
});

test("cavage takes no weaker algorithm", async () => {
  expect((await ask({ algorithm: "hmac-sha1" })).status).toBe(401);
});

test.each(["@method", "@authority", "@target-uri", "date"])("RFC 9421 must sign %s", async (missing) => {
  const components = ["@method", "@authority", "@target-uri", "date"].filter((name) => name !== missing);
  expect((await ask({ scheme: "rfc9421", components })).status).toBe(401);
});

test("RFC 9421 has its label", async () => {
  const { status, text } = await ask({ scheme: "rfc9421", label: "sig1" });
  expect([status, text]).toEqual([401, expect.stringContaining('must be \\"remoteit\\"')]);
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
