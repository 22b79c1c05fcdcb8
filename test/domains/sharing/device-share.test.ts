import { createContext, resources } from "../../../provider/domains";
import { wantedBy } from "../../../provider/domains/fleets/contradictions";
import { type AdapterStack, adapters, adapterStack } from "../../adapters";
import { expectClean, useAdapterAccount } from "../../adapters/account";
import { settingsFor } from "../../client/server";
import { driftOf } from "../../drift/stack";
import { claimed, inWorld, run } from "../../sandbox/support";
import { startProxy } from "../../support/proxy";
import type { Control, Sandbox } from "../../../sandbox";
import { expectStaysForViewer } from "./viewer";

const account = useAdapterAccount();

const GUEST = "guest@example.com";
const services = [
  { name: "ssh", application: 28 },
  { name: "http", application: 7 },
];

interface Scene {
  sandbox: Sandbox;
  control: Control;
  deviceId: string;
  ssh: string;
  http: string;
  guestId: string;
}

const guests = new WeakMap<Control, string>();

/** A device with two services, and somebody to share it with, whose account outlives a reset. */
async function scene({ sandbox, control }: { sandbox: Sandbox; control: Control } = account): Promise<Scene> {
  const guestId = guests.get(control) ?? (await control.account(GUEST)).accountId;
  guests.set(control, guestId);
  const deviceId = await claimed(control, { name: "pump", online: false, services });
  const [ssh = "", http = ""] = await serviceIds(control, deviceId);
  return { sandbox, control, deviceId, ssh, http, guestId };
}

interface Device {
  id: string;
  access: { user: { email: string }; scripting: boolean }[];
  services: { id: string; name: string; access: { user: { email: string } }[] }[];
}

async function devices(control: Control): Promise<Device[]> {
  const fields = "id access { user { email } scripting } services { id name access { user { email } } }";
  return (
    await run<{ login: { devices: { items: Device[] } } }>(control, `{ login { devices(size: 1000) { items { ${fields} } } } }`)
  ).login.devices.items;
}

/** In the order of {@link services}. */
async function serviceIds(control: Control, deviceId: string): Promise<string[]> {
  const device = (await devices(control)).find(({ id }) => id === deviceId);
  return services.map(({ name }) => device?.services.find((one) => one.name === name)?.id ?? "");
}

/** What a user has of the device, by the names of its services. */
async function held({ control, deviceId }: Scene, email = GUEST) {
  const device = (await devices(control)).find(({ id }) => id === deviceId);
  const person = device?.access.find(({ user }) => user.email === email);
  const names = device?.services.filter(({ access }) => access.some(({ user }) => user.email === email)).map(({ name }) => name);
  return person && { scripting: person.scripting, services: names };
}

/** Requests by operation. */
const sent = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    Object.entries((await account.control.requests()).byOperation).map(([name, count]) => [name.replace("graphql:", ""), count]),
  );

const declaring = (properties: object) => ({ it: { type: "DeviceShare" as const, properties: { ...properties } } });

const driftOfShares = async (stack: AdapterStack) =>
  (await driftOf(stack, account)).findings.filter(({ type }) => type === "DeviceShare");

const SHARE = `mutation($id: String!, $email: [String!]!, $action: SharingAction! = ADD, $services: [ServiceSharingOptions!], $scripting: Boolean! = false) {
  share(deviceId: $id, email: $email, action: $action, services: $services, scripting: $scripting)
}`;

/** Another hand shares, or takes away. */
const byHand = ({ control, deviceId }: Scene, variables: object, by?: string) =>
  run(control, SHARE, { id: deviceId, email: [GUEST], ...variables }, by);

const addService = ({ control, deviceId }: Scene) =>
  run(control, 'mutation($id: String!) { addService(deviceId: $id, name: "vnc", application: 4) { id } }', { id: deviceId });

const stackOn = (
  { endpoint, accessKeyId, secretAccessKey, developerKey }: Sandbox,
  more: Record<string, string> = {},
): AdapterStack =>
  adapterStack(adapters.dynamic, {
    default: { endpoint, accessKeyId, secretAccessKey, developerKey, requestsPerSecond: "1000", ...more },
  });

test("without services all of the device is shared, without scripting and without a mail", async () => {
  const one = await scene();
  const sent: Record<string, unknown>[] = [];
  const { url, stop } = await startProxy(account.sandbox.endpoint, async ({ text, forward, answer }) => {
    const { query = "", variables } = JSON.parse(text) as { query?: string; variables: Record<string, unknown> };
    if (query.includes("mutation shareDevice(")) sent.push(variables);
    answer(await forward());
  });
  const stack = account.stack("dynamic", { endpoint: url });
  const { deviceId, ssh, http } = one;
  await stack.up(declaring({ deviceId, email: GUEST }));
  expect(await held(one)).toEqual({ scripting: false, services: ["http", "ssh"] });
  // Each change says all of it: every service, and scripting.
  await stack.up(declaring({ deviceId, email: GUEST, scripting: true }));
  await stack.up(declaring({ deviceId, email: GUEST, scripting: true, services: [ssh] }));
  expect(await held(one)).toEqual({ scripting: true, services: ["ssh"] });
  await stack.destroy();
  await stop();
  const common = { deviceId, email: [GUEST], notify: false };
  const each = (httpAction: string) =>
    expect.arrayContaining([
      { serviceId: ssh, action: "ADD" },
      { serviceId: http, action: httpAction },
    ]) as unknown;
  expect(sent).toEqual([
    { ...common, action: "ADD", scripting: false, services: each("ADD") },
    { ...common, action: "ADD", scripting: true, services: each("ADD") },
    { ...common, action: "ADD", scripting: true, services: each("REMOVE") },
    { ...common, action: "REMOVE", scripting: false },
  ]);
});

test("who asks for it is mailed at the creation, and `notify` changes nothing afterwards", async () => {
  const { deviceId } = await scene();
  const stack = account.stack("dynamic");
  const program = declaring({ deviceId, email: GUEST, notify: true });
  await stack.up(program);
  await expectClean(stack, program);
  await expectClean(stack, declaring({ deviceId, email: GUEST }));
  expect(stack.state.get("it")?.outputs).not.toHaveProperty("notify");
});

test.each(["dynamic", "plugin"] as const)(
  "an address in another case is the same user, through the %s adapter: adopted, clean after a refresh, and left by destroy",
  async (adapter) => {
    const one = await scene();
    await byHand(one, {});
    const stack = account.stack(adapter);
    const program = declaring({ deviceId: one.deviceId.toLowerCase(), email: "Guest@Example.COM" });
    const { errors, said } = await stack.up(program);
    expect(errors).toEqual([]);
    expect(said.join("\n")).toContain("is adopted");
    await stack.refresh();
    await expectClean(stack, program);
    expect(await driftOfShares(stack)).toEqual([]);
    await stack.destroy();
    expect(await held(one)).toEqual({ scripting: false, services: ["http", "ssh"] });
  },
);

test("one resource of two for the same user fails, whatever the case of the address", async () => {
  const { deviceId } = await scene();
  const share = (email: string) => ({ type: "DeviceShare" as const, properties: { deviceId, email } });
  const { errors } = await account.stack("dynamic").up({ one: share(GUEST), other: share(GUEST.toUpperCase()) });
  expect(errors).toEqual([expect.stringContaining("already managed by another resource")]);
});

test("what is adopted loses what the program does not share, and that is said", async () => {
  const one = await scene();
  await byHand(one, { scripting: true });
  const { said } = await account.stack("dynamic").up(declaring({ deviceId: one.deviceId, email: GUEST, services: [one.ssh] }));
  expect(said.join("\n")).toContain(`The program does not share ${one.http}, which is taken away.`);
  expect(await held(one)).toEqual({ scripting: false, services: ["ssh"] });
});

test("a share whose creation was carried out without an answer is made once, as declared, and goes with its resource", async () => {
  const one = await scene();
  await account.control.faults([{ match: { operation: "shareDevice" }, kind: "lost-answer", times: 1 }]);
  const stack = account.stack("dynamic");
  const program = declaring({ deviceId: one.deviceId, email: GUEST, services: [one.ssh], scripting: true });
  expect(await stack.up(program)).toMatchObject({ created: ["it"], errors: [] });
  expect(await held(one)).toEqual({ scripting: true, services: ["ssh"] });
  expect(stack.state.get("it")?.outputs).toMatchObject({ origin: "made" });
  await stack.destroy();
  expect(await held(one)).toBeUndefined();
});

test("what is shared with another user stays as it is", async () => {
  const one = await scene();
  const other = await account.control.account();
  const { login } = await run<{ login: { email: string } }>(account.control, "{ login { email } }", {}, other.accountId);
  await byHand(one, { email: [login.email], scripting: true, services: [{ serviceId: one.http }] });
  const stack = account.stack("dynamic");
  await stack.up(declaring({ deviceId: one.deviceId, email: GUEST, services: [one.ssh] }));
  await stack.up(declaring({ deviceId: one.deviceId, email: GUEST }));
  await stack.destroy();
  expect(await held(one)).toBeUndefined();
  expect(await held(one, login.email)).toEqual({ scripting: true, services: ["http"] });
});

describe("what another hand does:", () => {
  const made = async (properties: object = {}) => {
    const one = await scene();
    const stack = account.stack("dynamic");
    const program = declaring({ deviceId: one.deviceId, email: GUEST, ...properties });
    await stack.up(program);
    return { one, stack, program, found: () => driftOfShares(stack) };
  };

  test("one service is taken away: drift says so, and the next run shares it again", async () => {
    const { one, stack, program, found } = await made();
    await byHand(one, { services: [{ serviceId: one.http, action: "REMOVE" }] });
    expect(await found()).toMatchObject([
      { status: "changed", changes: [{ path: "services", expected: ["*"], actual: [one.ssh] }] },
    ]);
    expect((await found())[0]).not.toHaveProperty("severity");
    await stack.refresh();
    expect(await stack.up(program)).toMatchObject({ updated: ["it"], errors: [] });
    await expectClean(stack, program);
    expect(await held(one)).toMatchObject({ services: ["http", "ssh"] });
  });

  test("one more service is shared, or scripting: drift tells that first", async () => {
    const { one, found } = await made({});
    await byHand(one, { services: [{ serviceId: one.http, action: "REMOVE" }], scripting: true });
    expect(await found()).toMatchObject([{ status: "changed", severity: "high" }]);
    const { one: other, found: foundOther } = await made();
    await byHand(other, { scripting: true });
    expect((await foundOther()).some(({ changes }) => changes?.some(({ path }) => path === "scripting"))).toBe(true);
  });

  test("a service is added to the device: what is shared as a whole is not whole any more, and the next run shares it", async () => {
    const { one, stack, program, found } = await made();
    await addService(one);
    expect(await found()).toMatchObject([{ status: "changed", changes: [{ path: "services" }] }]);
    await stack.refresh();
    expect(await stack.up(program)).toMatchObject({ updated: ["it"] });
    expect(await held(one)).toMatchObject({ services: ["http", "ssh", "vnc"] });
    await expectClean(stack, program);
  });

  test("of named services, one that is added to the device is no drift", async () => {
    const one = await scene();
    const stack = account.stack("dynamic");
    const program = declaring({ deviceId: one.deviceId, email: GUEST, services: [one.http, one.ssh.toLowerCase()] });
    await stack.up(program);
    await expectClean(stack, program);
    await addService(one);
    await expectClean(stack, program);
    expect(await driftOfShares(stack)).toEqual([]);
  });

  test("a shared service is removed: the next run names it, and sends nothing", async () => {
    const one = await scene();
    const stack = account.stack("dynamic");
    const program = declaring({ deviceId: one.deviceId, email: GUEST, services: [one.http, one.ssh] });
    await stack.up(program);
    await run(account.control, "mutation($id: ID!) { removeService(id: $id) }", { id: one.ssh });
    await stack.refresh();
    const { shareDevice } = await sent();
    expect(await stack.up(program)).toMatchObject({ errors: [expect.stringContaining(`has no service ${one.ssh}`)] });
    expect(await sent()).toMatchObject({ shareDevice });
    expect(await stack.up(declaring({ deviceId: one.deviceId, email: GUEST, services: [one.http] }))).toMatchObject({
      errors: [],
    });
    expect(await held(one)).toMatchObject({ services: ["http"] });
  });

  test.each([
    ["the guest leaves", { action: "LEAVE" }, true],
    ["the owner ends it", { action: "REMOVE" }, false],
  ] as const)("%s: a refresh drops it, and the next run shares it again", async (_what, variables, isByGuest) => {
    const { one, stack, program, found } = await made();
    await byHand(one, variables, isByGuest ? one.guestId : undefined);
    expect(await found()).toMatchObject([{ status: "missing" }]);
    await stack.refresh();
    expect(stack.state.size).toBe(0);
    expect(await stack.up(program)).toMatchObject({ created: ["it"], errors: [] });
    expect(await held(one)).toBeDefined();
  });

  test("the device is deleted: a destroy has nothing left to do, and a refresh drops the share", async () => {
    const { one, stack } = await made();
    await run(account.control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: one.deviceId });
    const state = [...stack.state];
    expect(await stack.destroy()).toMatchObject({ deleted: ["it"], errors: [] });
    for (const [name, kept] of state) stack.state.set(name, kept);
    expect(await stack.refresh()).toMatchObject({ errors: [] });
    expect(stack.state.size).toBe(0);
  });
});

describe("what cannot be shared is refused with all that stands against it, in a preview too, before anything is sent:", () => {
  test.each([
    ["with the owner himself", { email: "Sandbox@example.com" }, "own: nobody shares a device with its owner"],
    ["a service of another device", { services: ["80:00:00:00:00:00:00:99"] }, "has no service 80:00:00:00:00:00:00:99"],
    ["a device that there is not", { deviceId: "80:00:00:00:00:00:00:98" }, "has no device 80:00:00:00:00:00:00:98"],
    ["no service at all", { services: [] }, "services: is empty"],
    ["what is no address", { email: "guest" }, "must be an e-mail address"],
  ])("%s", async (_what, properties, why) => {
    const { deviceId } = await scene();
    const program = declaring({ deviceId, email: GUEST, ...properties });
    const stack = account.stack("dynamic");
    for (const ran of [await stack.preview(program), await stack.up(program)])
      expect(ran).toMatchObject({ created: [], errors: [expect.stringContaining(why)] });
    expect(await sent()).not.toHaveProperty("shareDevice");
  });

  test("a device without services", async () => {
    await scene();
    const deviceId = await claimed(account.control, { hardwareId: "hw-bare" });
    const { errors } = await account.stack("dynamic").up(declaring({ deviceId, email: GUEST }));
    expect(errors).toEqual([expect.stringContaining("has no services, so there is nothing to share")]);
  });

  test("with an address that nobody has, remote.it's refusal says what to check", async () => {
    const { deviceId } = await scene();
    const { errors } = await account.stack("dynamic").up(declaring({ deviceId, email: "nobody@example.com" }));
    expect(errors).toEqual([expect.stringContaining("Check that nobody@example.com has an account of remote.it")]);
  });
});

test("where remote.it invites addresses, one without an account is a guest like any other", async () => {
  await inWorld({ "unknown-email": "invited" }, async (sandbox, control) => {
    const one = await scene({ sandbox, control });
    const stack = stackOn(sandbox);
    const program = declaring({ deviceId: one.deviceId, email: "nobody@example.com" });
    expect(await stack.up(program)).toMatchObject({ created: ["it"], errors: [] });
    await expectClean(stack, program);
    await stack.destroy();
    expect(await held(one, "nobody@example.com")).toBeUndefined();
  });
});

test("where the schema has no `notify`, a share is made all the same, and the mail is warned of", async () => {
  await inWorld({ "share-notify": "missing" }, async (sandbox, control) => {
    const one = await scene({ sandbox, control });
    const stack = stackOn(sandbox);
    const { errors, said } = await stack.up(declaring({ deviceId: one.deviceId, email: GUEST }));
    expect(errors).toEqual([]);
    expect(said.join("\n")).toContain("mails the user");
    expect(await stack.destroy()).toMatchObject({ errors: [] });
    expect(await held(one)).toBeUndefined();
  });
});

test("who may not manage a device, and is not shown its guests, is not told that they have gone", async () => {
  await inWorld({ "access-seen": "hidden" }, async (sandbox, control) => {
    const one = await scene({ sandbox, control });
    const stack = stackOn(sandbox);
    await stack.up(declaring({ deviceId: one.deviceId, email: GUEST }));
    await expectStaysForViewer(stack, control, (keys) => stackOn({ ...sandbox, ...keys }, { accountId: sandbox.accountId }));
    expect(await held(one)).toBeDefined();
  });
});

test("a refresh of the shares of many devices reads 500 devices with one request", async () => {
  const { control, sandbox } = account;
  await scene();
  await control.reset({ devices: 700, services: 2 });
  const all = (await devices(control)).map(({ id }) => id);
  await run(control, `mutation($ids: [String!]!) { share(deviceIds: $ids, email: ["${GUEST}"]) }`, { ids: all });
  const { endpoint, accessKeyId, secretAccessKey } = sandbox;
  const context = createContext(
    settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }),
    () => undefined,
  );
  const read = all.map((id) => resources.deviceShare.read(context, `${id}/${GUEST}`, {}));
  expect((await Promise.all(read)).map((live) => live?.inputs.services)).toEqual(all.map(() => ["*"]));
  const { byOperation } = await control.requests();
  expect(byOperation).toEqual({ "graphql:getDeviceAccess": 2 });
});

test("who has access is asked of pages only where a stack holds a share", async () => {
  const { deviceId } = await scene();
  const texts: string[] = [];
  const { url, stop } = await startProxy(account.sandbox.endpoint, async ({ text, forward, answer }) => {
    if (text.includes("listDevices")) texts.push(text);
    answer(await forward());
  });
  const through = { ...account.sandbox, endpoint: url };
  const stack = account.stack("dynamic");
  await stack.up({ pump: { type: "Device", properties: { deviceId } } });
  await driftOf(stack, { sandbox: through });
  await stack.up({ pump: { type: "Device", properties: { deviceId } }, ...declaring({ deviceId, email: GUEST }) });
  await driftOf(stack, { sandbox: through });
  await stop();
  const asks = texts.map((text) => (JSON.parse(text) as { variables: { access?: boolean } }).variables.access);
  expect(asks).toEqual([false, true]);
});

test("a share wants nothing of its device that a fleet's template could contradict", () => {
  expect(wantedBy({ type: "DeviceShare", declared: { deviceId: "80:00:00:00:00:00:00:01", services: ["*"] } })).toEqual({});
});
