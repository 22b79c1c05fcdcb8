import { RenameDocument, WhoAmIDocument as WhoAmI } from "../../api/generated/graphql";
import { createClient, defineMutation, operate, type Settings } from "../../provider/client";
import {
  AuthenticationError,
  ClockSkewError,
  RateLimitError,
  RequestLimitError,
  TransientError,
} from "../../provider/core/errors";
import { type Control, controlOf, type Sandbox, startSandbox, type World } from "../../sandbox";
import { json, type Received, type Server, settingsFor, startServer } from "./server";

const Rename = defineMutation(RenameDocument, []);
const about = { what: "Renaming device", subject: '"pump"' };
const thrown = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each([
  ["both", "401", "cavage", 0],
  ["cavage", "403", "cavage", 0],
  ["rfc9421", "403", "rfc9421", 1],
] as const)("of an endpoint that takes %s and refuses with %s", (signature, refusal, taken, refused) => {
  let sandbox: Sandbox;
  let control: Control;
  let id: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ devices: 1, world: { signature, "signature-refusal": refusal } satisfies Partial<World> });
    control = controlOf(sandbox.control);
  });
  beforeEach(async () => {
    await control.reset({ devices: 1 });
    const { login } = (await control.change("{ login { devices { items { id } } } }")) as {
      login: { devices: { items: { id: string }[] } };
    };
    id = login.devices.items[0]?.id ?? "";
  });
  afterAll(() => sandbox.stop());

  const clientWith = (more: Partial<Settings> = {}, said: string[] = []) => {
    const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
    const keys = { accessKeyId, secretAccessKey, developerKey };
    const settings = settingsFor(endpoint, { ...keys, signature: "auto", requestsPerSecond: 1000, ...more });
    return createClient(settings, (level, message) => said.push(`${level}: ${message}`));
  };
  const ask = (client = clientWith()) => client.graphql(WhoAmI, {}, about);

  test("the first read finds the scheme, with one more request at most, and it is kept", async () => {
    const client = clientWith();
    expect(client.scheme()).toBeUndefined();
    await ask(client);
    expect(client.scheme()).toBe(taken);
    await client.supportsMutation("renameService");
    await client.account();
    expect(await control.requests()).toMatchObject({ total: 3 + refused, rejected: refused });
  });

  test("reads that begin together wait for the one that finds it", async () => {
    const client = clientWith();
    await Promise.all(Array.from({ length: 20 }, () => ask(client)));
    expect(await control.requests()).toMatchObject({ total: 20 + refused, rejected: refused });
  });

  test("a change is not sent before it is known, and asks whose account answers first", async () => {
    const client = clientWith();
    await client.graphql(Rename, { id, name: "pump" }, about);
    await client.graphql(Rename, { id, name: "valve" }, about);
    await client.account();
    expect(await control.requests()).toMatchObject({
      byOperation: { "graphql:whoAmI": 1 + refused, "graphql:rename": 2 },
      rejected: refused,
    });
  });

  test("changes that begin together wait for one question", async () => {
    const client = clientWith();
    const changes = [
      ...["a", "b", "c"].map((name) => client.graphql(Rename, { id, name }, about)),
      client.rest("device/name", { deviceaddress: id, devicealias: "d" }, about),
    ];
    await Promise.all(changes);
    const { byOperation, rejected } = await control.requests();
    expect([byOperation["graphql:whoAmI"], byOperation["graphql:rename"], rejected]).toEqual([1 + refused, 3, refused]);
  });

  test("a change after a read costs no question", async () => {
    const client = clientWith();
    await client.supportsMutation("renameService");
    await client.graphql(Rename, { id, name: "pump" }, about);
    expect(await control.requests()).toMatchObject({ total: 2 + refused, rejected: refused });
  });

  test("REST asks first as well, also to read", async () => {
    await clientWith().rest("device/list/all", {}, about);
    expect(await control.requests()).toMatchObject({
      byOperation: { "graphql:whoAmI": 1 + refused, "rest:device/list/all": 1 },
      rejected: refused,
    });
  });

  test("a wrong key fails by the first scheme's refusal, which names both", async () => {
    const client = clientWith({ secretAccessKey: Buffer.from("another secret").toString("base64") });
    const error = await thrown(ask(client));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as Error).message).toContain(`HTTP ${refusal}`);
    expect((error as Error).message).toMatch(
      /\(cavage\) and then by .* \(rfc9421\), and both were refused\. The access key came from/,
    );
    expect(client.scheme()).toBeUndefined();
    expect(await control.requests()).toMatchObject({ total: 2, rejected: 2 });
  });

  test("a wrong key keeps a change from being sent, and its error is about the change", async () => {
    const error = await thrown(clientWith({ accessKeyId: "NOBODY" }).graphql(Rename, { id, name: "pump" }, about));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject(about);
    expect((await control.requests()).byOperation).toEqual({ "graphql:whoAmI": 2 });
  });

  test("those who wait for a wrong key fail with it, each in its own name, and send nothing", async () => {
    const client = clientWith({ accessKeyId: "NOBODY" });
    const names = ["first", "second", "third"];
    const failed = await Promise.all(names.map((what) => thrown(client.graphql(WhoAmI, {}, { what }))));
    expect(failed.map((error) => (error as AuthenticationError).what)).toEqual(names);
    expect(await control.requests()).toMatchObject({ total: 2 });
  });

  test("a clock that is off is put right first, and tells nothing of the scheme", async () => {
    await control.clock(-3600);
    const said: string[] = [];
    const client = clientWith({}, said);
    await ask(client);
    await ask(client);
    expect(client.scheme()).toBe(taken);
    expect(said).toEqual([expect.stringMatching(/^warning: This machine's clock is 3\d\d\d s ahead of/)]);
    expect(await control.requests()).toMatchObject({ total: 3 + refused, rejected: 1 + refused });
  });

  test.each([
    { kind: "status", status: 503 },
    { kind: "status", status: 429, retryAfter: 0 },
    { kind: "status", status: 504 },
    { kind: "reset" },
    { kind: "lost-answer" },
    { kind: "truncated" },
    { kind: "timeout" },
  ] as const)("the fault %j is waited out, and settles nothing", async (fault) => {
    await control.faults([{ match: {}, times: 1, ...fault }]);
    const client = clientWith({ maxRetries: 3, timeoutSeconds: 1 });
    await client.graphql(Rename, { id, name: "pump" }, { ...about, once: true });
    expect(client.scheme()).toBe(taken);
    expect((await control.requests()).byOperation["graphql:rename"]).toBe(1);
  });

  test.each([
    [{ kind: "status", status: 429, retryAfter: 0 }, RateLimitError],
    [{ kind: "status", status: 500 }, TransientError],
    [{ kind: "reset" }, TransientError],
  ] as const)("where the fault %j stays, the change was not sent, and its error says so", async (fault, kind) => {
    await control.faults([{ match: {}, ...fault }]);
    const error = await thrown(clientWith({ maxRetries: 1 }).graphql(Rename, { id, name: "pump" }, { ...about, once: true }));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ ...about, ...(kind === TransientError && { reached: "no" }) });
    expect((await control.requests()).byOperation["graphql:rename"]).toBeUndefined();
  });

  test("the requests of settling it count for an operation's limit", async () => {
    const limited = operate(() => ask(), { maxRequests: 1 });
    if (refused) await expect(limited).rejects.toBeInstanceOf(RequestLimitError);
    else await limited;
  });
});

describe("of an endpoint that takes one scheme", () => {
  test.each([
    ["cavage", "rfc9421"],
    ["rfc9421", "cavage"],
  ] as const)("%s set against it is not replaced by %s", async (signature, taken) => {
    const sandbox = await startSandbox({ world: { signature: taken } });
    try {
      const { endpoint, accessKeyId, secretAccessKey } = sandbox;
      const error = await thrown(createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey, signature })).account());
      expect(error).toBeInstanceOf(AuthenticationError);
      expect((error as Error).message).not.toContain("both");
      expect(await controlOf(sandbox.control).requests()).toMatchObject({ total: 1 });
    } finally {
      await sandbox.stop();
    }
  });
});

describe("on the wire", () => {
  let server: Server;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  const me = { id: "me", email: "me@example.com" };
  const answer = json({ data: { login: { ...me, account: me } } });
  const schemeOf = ({ headers }: Received) => (headers["signature-input"] === undefined ? "cavage" : "rfc9421");
  const sent = () => server.received.map(schemeOf);
  const clientTo = (more: Partial<Settings> = {}) => createClient(settingsFor(server.url, { signature: "auto", ...more }));
  const inTurn = (...answers: Server["answer"][]) => {
    server.answer = (request, response) => (answers.shift() ?? answer)(request, response);
  };

  test("what fails for a passing reason after the first refusal is tried again from the start", async () => {
    inTurn(json({}, 401), json({}, 503), json({}, 401), answer);
    const client = clientTo({ maxRetries: 1 });
    await client.account();
    expect(sent()).toEqual(["cavage", "rfc9421", "cavage", "rfc9421"]);
    expect(client.scheme()).toBe("rfc9421");
  });

  test("a failure is not kept: the next request begins anew", async () => {
    inTurn(json({}, 401), json({}, 403));
    const client = clientTo();
    expect(await thrown(client.account())).toBeInstanceOf(AuthenticationError);
    await client.account();
    expect(sent()).toEqual(["cavage", "rfc9421", "cavage"]);
    expect(client.scheme()).toBe("cavage");
  });

  test("a refusal because of the clock is no refusal of the scheme", async () => {
    // However the request is dated, this server is an hour later.
    server.answer = (request, response) =>
      json({}, 401, { date: new Date(Date.parse(request.headers.date ?? "") + 3_600_000).toUTCString() })(request, response);
    expect(await thrown(clientTo().account())).toBeInstanceOf(ClockSkewError);
    expect(sent()).toEqual(["cavage", "cavage"]);
  });

  test.each([
    ["a web page", (_request: Received, response: Parameters<Server["answer"]>[1]) => response.writeHead(200).end("<html>")],
    ["an answer that breaks off", json({}, 500)],
    ["an address without anything", json({}, 404)],
  ])("%s settles nothing", async (_what, refusal) => {
    inTurn(refusal);
    const client = clientTo();
    expect(await thrown(client.account())).toBeInstanceOf(Error);
    expect(client.scheme()).toBeUndefined();
  });

  test("errors of GraphQL come from behind the signature, so they settle it", async () => {
    inTurn(json({ errors: [{ message: "Something else" }] }));
    const client = clientTo();
    expect(await thrown(client.account())).toMatchObject({ name: "GraphqlError" });
    expect(client.scheme()).toBe("cavage");
  });

  test("a change goes on where the question passed, whatever it was answered", async () => {
    inTurn(json({ data: { login: null } }), json({ data: { renameService: true } }));
    await clientTo().graphql(Rename, { id: "80:00", name: "pump" }, about);
    expect(server.received).toHaveLength(2);
  });

  test("who waits goes on where the first was cancelled, and is cancelled by its own signal alone", async () => {
    const [first, waiting] = [new AbortController(), new AbortController()];
    const client = clientTo();
    const asked = new Promise<void>((resolve) => (server.answer = () => resolve()));
    const ask = (signal?: AbortSignal) => thrown(operate(() => client.graphql(WhoAmI, {}, about), { signal }));
    const leading = ask(first.signal);
    await asked;
    const [cancelled, patient] = [ask(waiting.signal), ask()];
    waiting.abort(new Error("Ctrl-C of the second"));
    expect(await cancelled).toMatchObject({ message: "Ctrl-C of the second" });
    server.answer = answer;
    first.abort(new Error("Ctrl-C of the first"));
    expect(await leading).toMatchObject({ message: "Ctrl-C of the first" });
    expect(await patient).toBeUndefined();
    expect(sent()).toEqual(["cavage", "cavage"]);
  });
});
