import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { controlOf, startSandbox } from "../../sandbox";
import { playground, query, run, send } from "./support";

const ground = playground();

async function call(method: string, path: string, body?: string): Promise<{ status: number; error: string }> {
  const answer = await fetch(ground.sandbox.control + path, { method, ...(body !== undefined && { body }) });
  return { status: answer.status, error: ((await answer.json()) as { error: string }).error };
}

test.each(["/agents/%zz/state", "/keys/%", "/agents/constructor/state", "/agents/__proto__/state", "/keys/toString"])(
  "a path that names nothing is answered: %s",
  async (path) => {
    const { status, error } = await call(path.startsWith("/keys") ? "DELETE" : "POST", path, '{"state":"online"}');
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(error).not.toMatch(/undefined|not a function/);
  },
);

test.each(["http://user:open-sesame@127.0.0.1:1", "http://open-sesame@127.0.0.1:1", "user:open-sesame@", "open-sesame"])(
  "an address of the control interface that it cannot have is refused without being quoted: %s",
  (address) => {
    expect(() => controlOf(address)).toThrow("must be the one that the sandbox prints");
    expect(() => controlOf(address)).not.toThrow("open-sesame");
  },
);

describe("what the control interface does not understand", () => {
  test.each([
    ["GET", "/"],
    ["GET", "/faults"],
    ["POST", "/requests"],
    ["GET", "/requests/more"],
    ["POST", "/agents/80:00:00:00:00:00:00:01"],
    ["POST", "/agents//state"],
    ["DELETE", "/keys"],
    ["POST", "/graphql/v1"],
  ])("%s %s is no call, and the answer names those there are", async (method, path) => {
    const { status, error } = await call(method, path);
    expect([status, error]).toEqual([404, expect.stringContaining("POST /agents/{id}/state")]);
  });

  test.each([
    ["/faults", "{}", "expected array"],
    ["/faults", '[{ "kind": "explode" }]', "kind"],
    ["/faults", '[{ "kind": "status", "matches": {} }]', "matches"],
    ["/faults", '[{ "kind": "status", "probability": 2 }]', "probability"],
    ["/faults", "[", "must be JSON"],
    ["/clock", "{}", "offsetSeconds"],
    ["/clock", "", "expected object"],
    ["/limit", '{ "requestsPerSecond": 0, "burst": 1 }', "requestsPerSecond"],
    ["/reset", '{ "devices": -1 }', "devices"],
    ["/agents", "{}", "hardwareId"],
    ["/agents", '{ "hardwareId": "a", "services": [{ "application": 29 }] }', "application type"],
    ["/agents/80:00:00:00:00:00:00:FF/state", '{ "state": "asleep" }', "online"],
    ["/agents/80:00:00:00:00:00:00:FF/state", '{ "state": "online" }', "There is no agent"],
    ["/agents/%/state", '{ "state": "online" }', "malformed"],
    ["/change", '{ "variables": {} }', "query"],
    ["/change", '{ "query": "{ login { id } }", "accountId": "X" }', "There is no account X"],
    ["/keys", '{ "accountId": "X" }', "There is no account X"],
    ["/members", '{ "accountId": "X", "of": "Y" }', "There is no account"],
    ["/accounts", '{ "email": "sandbox@example.com" }', "already"],
    ["/accounts", '{ "email": "nobody" }', "email"],
    ["/content", "{}", "content"],
    ["/content", '{ "content": { "lamps": [] } }', "lamps"],
    ["/content", '{ "content": { "networks": [{}] } }', "name"],
    ["/content", '{ "accountId": "X", "content": {} }', "There is no account X"],
  ])("POST %s %s says what is expected", async (path, body, reason) => {
    const { status, error } = await call("POST", path, body);
    expect([status, error]).toEqual([400, expect.stringContaining(reason)]);
  });

  test("an unknown key cannot be disabled", async () => {
    await expect(ground.control.disableKey("NOBODY")).rejects.toThrow("There is no key NOBODY.");
  });
});

test("the control client fails with what the sandbox or GraphQL says", async () => {
  await expect(run(ground.control, "{ nonsense }")).rejects.toThrow('Cannot query field "nonsense"');
  await expect(ground.control.agentState("80:00:00:00:00:00:00:FF", "online")).rejects.toThrow(
    /refused POST \/agents.*There is no agent/,
  );
});

test("a change is made as another account's user", async () => {
  const { accountId } = await ground.control.account("change@example.com");
  expect(await run(ground.control, "{ login { email } }", {}, accountId)).toEqual({ login: { email: "change@example.com" } });
});

test("accounts are apart: each has its keys, its developer key and its devices", async () => {
  const { accountId, accessKeyId, secretAccessKey, developerKey } = await ground.control.account();
  const next = await ground.control.account();
  expect(next.accountId).not.toBe(accountId);
  expect(developerKey).not.toBe(ground.sandbox.developerKey);
  const { text } = await send(ground.sandbox, { ...query("{ login { id devices { total } } }"), accessKeyId, secretAccessKey });
  expect(JSON.parse(text)).toEqual({ data: { login: { id: accountId, devices: { total: 0 } } } });
  const key = await ground.control.key(accountId);
  expect((await send(ground.sandbox, { ...query("{ login { id } }"), ...key })).text).toContain(accountId);
});

test("a reset empties every account and lifts every trouble, and keys go on", async () => {
  const { control, sandbox } = ground;
  await control.agent({ hardwareId: "x" });
  await run(
    control,
    'mutation { setTag(tag: [{ name: "a" }]) setNotificationSettings(notificationUrl: "https://example.com/") }',
  );
  await control.faults([{ kind: "status" }]);
  await control.clock(9999);
  await control.limit({ requestsPerSecond: 0.01, burst: 1 });
  await control.reset({ devices: 2, services: 1 });
  const { text } = await send(
    sandbox,
    query("{ login { devices { total items { services { name } } } tags { name } notificationSettings { notificationUrl } } }"),
  );
  const { login } = (JSON.parse(text) as { data: { login: object } }).data;
  expect(login).toMatchObject({
    devices: { total: 2, items: [{ services: [{ name: "ssh" }] }, {}] },
    notificationSettings: { notificationUrl: null },
  });
  await control.reset();
  expect(await run(control, "{ login { devices { total } tags { name } } }")).toEqual({
    login: { devices: { total: 0 }, tags: [] },
  });
});

test("events tell an agent's changes of state", async () => {
  const { control } = ground;
  const { deviceId, claimCode } = await control.agent({ hardwareId: "x", online: false });
  await control.agentState(deviceId, "online");
  expect(await run(control, "{ login { events { total } } }")).toEqual({ login: { events: { total: 0 } } });
  await run(control, "mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  await control.agentState(deviceId, "offline");
  await control.agentState(deviceId.toLowerCase(), "online");
  const event = (state: string) => ({ __typename: "DeviceStateEvent", type: "DEVICE_STATE", state, devices: [{ id: deviceId }] });
  const fields = "total hasMore last items { __typename type state devices { id } }";
  const both = { total: 2, hasMore: false, items: [event("active"), event("inactive")] };
  expect(await run(control, `{ login { events { ${fields} } devices { items { state events { ${fields} } } } } }`)).toMatchObject(
    {
      login: { events: both, devices: { items: [{ state: "active", events: both }] } },
    },
  );
  expect(await run(control, `{ login { events(size: 1) { ${fields} } } }`)).toMatchObject({
    login: { events: { hasMore: true, items: [event("active")] } },
  });
  const none = ["types: [AUTH_LOGIN]", 'minDate: "2999-01-01"', 'maxDate: "2001-01-01"'];
  for (const args of none)
    expect(await run(control, `{ login { events(${args}) { total } } }`)).toEqual({ login: { events: { total: 0 } } });
});

describe("starting and stopping", () => {
  test.each([
    [{ port: 70_000 }, "port"],
    [{ devices: -1 }, "devices"],
    [{ services: 1.5 }, "services"],
    [{ world: { "page-from": "999" as "1000" } }, "page-from"],
  ])("%j is refused", async (options, reason) => {
    await expect(startSandbox(options)).rejects.toThrow(reason);
  });

  test("a port that is taken is an error, and the other port is free again", async () => {
    const { port } = new URL(ground.sandbox.control);
    const probe = await startSandbox();
    const free = Number(new URL(probe.endpoint).port);
    await probe.stop();
    await expect(startSandbox({ port: free, controlPort: Number(port) })).rejects.toThrow("is taken by another program");
    const again = await startSandbox({ port: free });
    expect(again.endpoint).toBe(`http://127.0.0.1:${free}`);
    await again.stop();
  });

  test("both ports are of this machine alone", () => {
    for (const address of [ground.sandbox.endpoint, ground.sandbox.control]) expect(new URL(address).hostname).toBe("127.0.0.1");
  });

  test("stop cuts requests that wait for an answer and calls of the webhook, and can be called again", async () => {
    const receiver = createServer();
    const called = once(receiver, "request") as Promise<[IncomingMessage, ServerResponse]>;
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const sandbox = await startSandbox({ devices: 1 });
    const control = controlOf(sandbox.control);
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
    await control.change("mutation($url: String) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }", {
      url,
    });
    await control.agentState("80:00:00:00:00:00:00:01", "offline");
    const [, unanswered] = await called;
    const cut = once(unanswered, "close").then(() => "cut");
    await control.faults([
      { kind: "timeout", times: 1 },
      { kind: "slow", ms: 60_000 },
    ]);
    const waiting = [1, 2].map(() =>
      send(sandbox, query("{ login { id } }")).catch((error: unknown) => (error as { code: string }).code),
    );
    while ((await control.requests()).total < 2);
    await sandbox.stop();
    expect(await Promise.all(waiting)).toEqual(["ECONNRESET", "ECONNRESET"]);
    // Without being cut it would wait for its 5 s.
    expect(await Promise.race([cut, sleep(3000, "waiting", { ref: false })])).toBe("cut");
    await sandbox.stop();
    receiver.closeAllConnections();
    await new Promise((resolve) => receiver.close(resolve));
  });
});
