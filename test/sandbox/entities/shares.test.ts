import { claimed, inWorld, playground, run } from "../support";
import type { Control } from "../../../sandbox";

const ground = playground();

const GUEST = "guest@example.com";

const SHARE = `mutation($id: String!, $email: [String!]!, $action: SharingAction! = ADD, $scripting: Boolean! = false, $services: [ServiceSharingOptions!]) {
  share(deviceId: $id, email: $email, action: $action, scripting: $scripting, services: $services)
}`;

interface Person {
  user: { email: string };
  scripting: boolean;
}

interface Device {
  id: string;
  permissions: string[];
  access: Person[];
  services: { id: string; name: string; access: Person[] }[];
}

/** The devices that an account shows. */
async function devices(control: Control, accountId?: string): Promise<Device[]> {
  const person = "access { user { email } scripting }";
  const text = `{ login { devices { items { id permissions ${person} services { id name ${person} } } } } }`;
  const { login } = await run<{ login: { devices: { items: Device[] } } }>(control, text, {}, accountId);
  return login.devices.items;
}

const services = [
  { name: "ssh", application: 28 },
  { name: "http", application: 7 },
];

interface Scene {
  control: Control;
  id: string;
  ssh: string;
  http: string;
  guestId: string;
}

async function scene(control: Control = ground.control): Promise<Scene> {
  const guestId = (await accountOf(control, GUEST)) ?? "";
  const id = await claimed(control, { services });
  const [device] = await devices(control);
  const idOf = (name: string) => device?.services.find((one) => one.name === name)?.id ?? "";
  return { control, id, ssh: idOf("ssh"), http: idOf("http"), guestId };
}

const known = new WeakMap<Control, string>();

/** Accounts outlive a reset. */
async function accountOf(control: Control, email: string): Promise<string | undefined> {
  if (!known.has(control)) known.set(control, (await control.account(email)).accountId);
  return known.get(control);
}

const share = async ({ control, id }: Scene, variables: object = {}, accountId?: string): Promise<boolean> =>
  (await run<{ share: boolean }>(control, SHARE, { id, email: [GUEST], ...variables }, accountId)).share;

const shown = async ({ control, guestId }: Scene) =>
  (await devices(control, guestId)).map((device) => device.services.map(({ name }) => name));

test("without services all of the device is shared: the guest sees it, and may view and connect", async () => {
  const all = await scene();
  expect(await share(all)).toBe(true);
  expect(await devices(all.control, all.guestId)).toMatchObject([
    { id: all.id, permissions: ["VIEW", "CONNECT"], services: [{ name: "http" }, { name: "ssh" }] },
  ]);
  const access = [{ user: { email: GUEST }, scripting: false }];
  expect(await devices(all.control)).toMatchObject([{ access, services: [{ access }, { access }] }]);
});

test("of named services the guest sees these alone, and reaches no other by its id", async () => {
  const one = await scene();
  await share(one, { services: [{ serviceId: one.ssh }] });
  expect(await shown(one)).toEqual([["ssh"]]);
  const byId = "query($ids: [String!]!) { login { service(id: $ids) { id } } }";
  expect(await run(one.control, byId, { ids: [one.ssh, one.http] }, one.guestId)).toEqual({
    login: { service: [{ id: one.ssh }] },
  });
  const connect = "mutation($id: String!) { connect(serviceId: $id) { id } }";
  await expect(run(one.control, connect, { id: one.http }, one.guestId)).rejects.toThrow("not found");
});

test("each service comes and goes by itself, and scripting is taken away where it is left out", async () => {
  const one = await scene();
  await share(one, { scripting: true, services: [{ serviceId: one.ssh }] });
  expect(await devices(one.control, one.guestId)).toMatchObject([{ permissions: ["VIEW", "CONNECT", "SCRIPTING"] }]);
  await share(one, { services: [{ serviceId: one.http }] });
  expect(await shown(one)).toEqual([["http", "ssh"]]);
  expect(await devices(one.control, one.guestId)).toMatchObject([{ permissions: ["VIEW", "CONNECT"] }]);
  await share(one, { services: [{ serviceId: one.ssh, action: "REMOVE" }] });
  expect(await shown(one)).toEqual([["http"]]);
  await share(one, { services: [{ serviceId: one.http, action: "REMOVE" }] });
  expect({ shown: await shown(one), access: (await devices(one.control))[0]?.access }).toEqual({ shown: [], access: [] });
});

test("what is shared with one is not taken from another, nor by a share with another", async () => {
  const one = await scene();
  const other = await one.control.account();
  const { login } = await run<{ login: { email: string } }>(one.control, "{ login { email } }", {}, other.accountId);
  await share(one, { scripting: true });
  await share(one, { email: [login.email], services: [{ serviceId: one.ssh }] });
  await share(one, { email: [login.email], action: "REMOVE" });
  expect(await shown(one)).toEqual([["http", "ssh"]]);
  expect((await devices(one.control))[0]?.access).toEqual([{ user: { email: GUEST }, scripting: true }]);
});

test("a share ends by the owner's REMOVE, by the guest's own, and by LEAVE; one that there is not is refused", async () => {
  const one = await scene();
  const endings = [
    [{ action: "REMOVE" }, undefined],
    [{ action: "REMOVE" }, one.guestId],
    [{ action: "LEAVE" }, one.guestId],
  ] as const;
  for (const [variables, by] of endings) {
    await share(one);
    expect(await share(one, variables, by)).toBe(true);
    expect(await shown(one)).toEqual([]);
    expect(await share(one, variables, by)).toBe(false);
  }
});

test("a guest shares nothing, changes nothing and deletes nothing of it", async () => {
  const one = await scene();
  await share(one);
  await expect(share(one, { email: ["sandbox@example.com"] }, one.guestId)).rejects.toThrow("MANAGE");
  const rename = 'mutation($id: String!) { renameService(serviceId: $id, name: "mine") }';
  await expect(run(one.control, rename, { id: one.ssh }, one.guestId)).rejects.toThrow("MANAGE");
  const destroy = "mutation($id: String!) { deleteDevice(deviceId: $id) }";
  await expect(run(one.control, destroy, { id: one.id }, one.guestId)).rejects.toThrow("MANAGE");
});

test("neither the owner's own address nor an unknown service or device is shared", async () => {
  const one = await scene();
  await expect(share(one, { email: ["sandbox@example.com"] })).rejects.toThrow("own");
  await expect(share(one, { services: [{ serviceId: one.id }] })).rejects.toThrow("not found");
  expect(await share(one, { id: "80:00:00:00:00:00:00:99" })).toBe(false);
  expect(await shown(one)).toEqual([]);
});

test("the account lists its guests with what each of them has", async () => {
  const one = await scene();
  await share(one);
  const ask = "{ login { contacts { email } guest { user { email } devices { id } networks { id } } } }";
  expect(await run(one.control, ask)).toEqual({
    login: { contacts: [{ email: GUEST }], guest: [{ user: { email: GUEST }, devices: [{ id: one.id }], networks: [] }] },
  });
});

test("a device that its owner deletes is gone for guests, and a guest who gets it is one no more", async () => {
  const one = await scene();
  await share(one);
  await run(one.control, 'mutation($id: String!) { transfer(deviceId: $id, email: "guest@example.com") }', { id: one.id });
  expect(await devices(one.control, one.guestId)).toMatchObject([{ id: one.id, access: [] }]);
  const two = { ...one, id: await claimed(one.control, { hardwareId: "hw-2", online: false, services }) };
  await share(two);
  await run(one.control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: two.id });
  expect((await devices(one.control, one.guestId)).map(({ id }) => id)).toEqual([one.id]);
});

describe("what is unknown of shares:", () => {
  const addService = 'mutation($id: String!) { addService(deviceId: $id, name: "vnc", application: 4) { id } }';

  test.each([
    ["no", ["http", "ssh"]],
    ["yes", ["http", "ssh", "vnc"]],
  ] as const)("whether a service that is added later is shared (%s)", async (later, names) => {
    await inWorld({ "share-later": later }, async (_sandbox, control) => {
      const one = await scene(control);
      await share(one);
      await run(control, addService, { id: one.id });
      expect(await shown(one)).toEqual([names]);
    });
  });

  test.each([
    ["refused", false, []],
    ["invited", true, [{ user: { email: "nobody@example.com" }, scripting: false }]],
  ] as const)("what becomes of an address without an account (%s)", async (world, answer, access) => {
    await inWorld({ "unknown-email": world }, async (_sandbox, control) => {
      const one = await scene(control);
      expect(await share(one, { email: ["nobody@example.com"] })).toBe(answer);
      expect((await devices(control))[0]?.access).toEqual(access);
    });
  });

  test.each([
    ["same", true],
    ["other", false],
  ] as const)("whether another case of an address is the same user (%s)", async (world, isSame) => {
    await inWorld({ "email-case": world }, async (_sandbox, control) => {
      const one = await scene(control);
      expect(await share(one, { email: [GUEST.toUpperCase()] })).toBe(isSame);
    });
  });

  test("whether the schema has `notify`", async () => {
    const notify = 'mutation($id: String!) { share(deviceId: $id, email: ["guest@example.com"], notify: false) }';
    const one = await scene();
    expect(await run(one.control, notify, { id: one.id })).toEqual({ share: true });
    await inWorld({ "share-notify": "missing" }, async (_sandbox, control) => {
      const two = await scene(control);
      await expect(run(control, notify, { id: two.id })).rejects.toThrow('Unknown argument "notify"');
    });
  });
});
