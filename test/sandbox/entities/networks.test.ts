import type { Control, World } from "../../../sandbox";
import { claimed, inWorld, playground, run } from "../support";

const ground = playground();

interface Shown {
  id: string;
  name: string;
  permissions: string[];
  owner: { email: string };
  connections: { service: { id: string; name: string }; name: string | null; port: number | null }[];
  access: { user: { email: string } }[];
  tags: { name: string }[];
}

const NETWORK =
  "id name permissions owner { email } connections { service { id name } name port } access { user { email } } tags { name }";

/** The networks that an account shows its own user; default: the first. */
const networks = async (control: Control, accountId?: string) =>
  (await run<{ login: { networks: Shown[] } }>(control, `{ login { networks { ${NETWORK} } } }`, {}, accountId)).login.networks;

/** What a mutation answers. */
const mutate = async (control: Control, text: string, accountId?: string) =>
  Object.values(await run(control, `mutation { ${text} }`, {}, accountId))[0];

/** Another user. Accounts outlive a reset, so each has an address of its own. */
const guest = async (control: Control) => {
  users += 1;
  const email = `guest-${users}@example.com`;
  return { email, accountId: (await control.account(email)).accountId };
};
let users = 0;

async function made(control: Control, name = "plant"): Promise<string> {
  return ((await mutate(control, `createNetwork(name: "${name}") { id }`)) as { id: string }).id;
}

/** Ids of the services of a new device. */
async function services(control: Control, ...names: string[]): Promise<{ device: string; ids: string[] }> {
  const device = await claimed(control, { services: names.map((name) => ({ name, application: 28 })), online: false });
  const query = "query($id: [String!]!) { login { device(id: $id) { services { id } } } }";
  const { login } = await run<{ login: { device: [{ services: { id: string }[] }] } }>(control, query, { id: [device] });
  return { device, ids: login.device[0].services.map(({ id }) => id) };
}

describe("networks", () => {
  test("are made, renamed and deleted, and an id is never given out again", async () => {
    const { control } = ground;
    const [id, twin] = [await made(control), await made(control)];
    expect(id).not.toBe(twin);
    expect(await mutate(control, `updateNetwork(id: "${id}", name: "site") { name }`)).toEqual({ name: "site" });
    expect((await networks(control)).map(({ name }) => name)).toEqual(["site", "plant"]);
    expect(await mutate(control, `deleteNetwork(id: "${twin}")`)).toBe(true);
    expect([id, twin]).not.toContain(await made(control));
    expect((await networks(control)).map(({ name }) => name)).toEqual(["site", "plant"]);
  });

  test.each(["", "x", "x".repeat(101)])("the name %j is an error that makes nothing", async (name) => {
    const { control } = ground;
    const id = await made(control);
    await expect(mutate(control, `createNetwork(name: "${name}") { id }`)).rejects.toThrow("Invalid name");
    await expect(mutate(control, `updateNetwork(id: "${id}", name: "${name}") { id }`)).rejects.toThrow("Invalid name");
    expect((await networks(control)).map((network) => network.name)).toEqual(["plant"]);
  });

  test("connect to services of any device, each with a name and a port of its own, until the service is gone", async () => {
    const { control } = ground;
    const id = await made(control);
    const { ids, device } = await services(control, "one", "two");
    const [one = "", two = ""] = ids;
    expect(await mutate(control, `addNetworkConnection(networkId: "${id}", serviceId: "${one}", name: "db", port: 5432)`)).toBe(
      true,
    );
    expect(await mutate(control, `addNetworkConnection(networkId: "${id}", serviceId: "${two.toLowerCase()}")`)).toBe(true);
    expect((await networks(control))[0]?.connections).toEqual([
      { service: { id: one, name: "one" }, name: "db", port: 5432 },
      { service: { id: two, name: "two" }, name: null, port: null },
    ]);
    expect(await mutate(control, `removeNetworkConnection(networkId: "${id}", serviceId: "${two}")`)).toBe(true);
    expect(await mutate(control, `removeNetworkConnection(networkId: "${id}", serviceId: "${two}")`)).toBe(false);
    await mutate(control, `removeService(id: "${one}")`);
    expect((await networks(control))[0]?.connections).toEqual([]);
    expect(await mutate(control, `addNetworkConnection(networkId: "${id}", serviceId: "${device}")`)).toBe(false);
    await expect(mutate(control, `addNetworkConnection(networkId: "${id}", serviceId: "${two}", port: 65536)`)).rejects.toThrow(
      "Invalid port",
    );
  });

  test("show to guests, with their owner and what they connect to, until they leave or are put out", async () => {
    const { control, sandbox } = ground;
    const id = await made(control);
    const { ids } = await services(control, "one");
    await mutate(control, `addNetworkConnection(networkId: "${id}", serviceId: "${ids[0]}")`);
    const [first, second] = [await guest(control), await guest(control)];
    expect(await networks(control, first.accountId)).toEqual([]);
    const both = `["${first.email.toUpperCase()}", "${second.email}"]`;
    expect(await mutate(control, `addNetworkShare(networkId: "${id}", email: ${both})`)).toBe(true);
    const [own] = await networks(control);
    expect(own?.access.map(({ user }) => user.email)).toEqual([first.email, second.email]);
    const shown = await networks(control, first.accountId);
    expect(shown).toEqual([{ ...own, permissions: ["VIEW", "CONNECT"] }]);
    const { login } = await run<{ login: { guest: { user: { email: string }; networks: { id: string }[] }[] } }>(
      control,
      "{ login { guest { user { email } networks { id } } } }",
    );
    expect(login.guest).toEqual([first, second].map(({ email }) => ({ user: { email }, networks: [{ id }] })));

    const refused = [
      `updateNetwork(id: "${id}", name: "theirs") { id }`,
      `deleteNetwork(id: "${id}")`,
      `removeNetworkConnection(networkId: "${id}", serviceId: "${ids[0]}")`,
      `addNetworkShare(networkId: "${id}", email: "${second.email}")`,
      `removeNetworkShare(networkId: "${id}", email: "${second.email}")`,
      `addNetworkTag(networkId: "${id}", name: "theirs")`,
    ];
    for (const mutation of refused) await expect(mutate(control, mutation, first.accountId)).rejects.toThrow("Not authorized");
    expect(await mutate(control, `removeNetworkShare(networkId: "${id}", email: "${first.email}")`, first.accountId)).toBe(true);
    expect(await mutate(control, `removeNetworkShare(networkId: "${id}", email: "${second.email}")`)).toBe(true);
    expect(await mutate(control, `removeNetworkShare(networkId: "${id}", email: "${second.email}")`)).toBe(false);
    for (const { accountId } of [first, second]) expect(await networks(control, accountId)).toEqual([]);
    expect((await networks(control, sandbox.accountId))[0]?.access).toEqual([]);
  });

  test("are shared with all the addresses of a call or with none of them, and not with their own account", async () => {
    const { control } = ground;
    const id = await made(control);
    await control.account("first@example.com");
    expect(await mutate(control, `addNetworkShare(networkId: "${id}", email: ["first@example.com", "none@example.com"])`)).toBe(
      false,
    );
    const [{ owner } = { owner: { email: "" } }] = await networks(control);
    expect(await mutate(control, `addNetworkShare(networkId: "${id}", email: "${owner.email}")`)).toBe(false);
    expect((await networks(control))[0]?.access).toEqual([]);
  });

  test("bear tags of their account, which addNetworkTag makes, and removeNetworkTag keeps in the account", async () => {
    const { control } = ground;
    const id = await made(control);
    expect(await mutate(control, `addNetworkTag(networkId: "${id}", name: ["prod", "west"])`)).toBe(true);
    expect(await mutate(control, `removeNetworkTag(networkId: "${id}", name: ["west", "never"])`)).toBe(true);
    expect((await networks(control))[0]?.tags).toEqual([{ name: "prod" }]);
    const all = await run<{ login: { tags: { name: string }[] } }>(control, "{ login { tags { name } } }");
    expect(all.login.tags).toEqual([{ name: "prod" }, { name: "west" }]);
    await mutate(control, `deleteNetwork(id: "${id}")`);
    await mutate(control, 'renameTag(from: "prod", to: "live")');
    expect(await networks(control)).toEqual([]);
  });

  test("of others are as unknown as none", async () => {
    const { control } = ground;
    const id = await made(control);
    const { accountId } = await guest(control);
    for (const network of [id, "network-99"])
      await expect(mutate(control, `deleteNetwork(id: "${network}")`, accountId)).rejects.toThrow(
        `Network ${network} not found.`,
      );
    await expect(run(control, `{ login { network(id: "${id}") { id } } }`, {}, accountId)).rejects.toThrow("not found");
    expect(await run(control, `{ login { network(id: "${id}") { id } } }`)).toEqual({ login: { network: { id } } });
  });
});

describe("what is unknown of networks", () => {
  const connecting = (network: string, service: string, rest = "") =>
    `addNetworkConnection(networkId: "${network}", serviceId: "${service}"${rest})`;

  test.each<[World["connection-clear"], Record<string, [string | null, number | null]>]>([
    ["left-out", { "": [null, null], ", name: null, port: null": [null, null], ', name: "", port: 0': ["db", 5432] }],
    ["null", { "": ["db", 5432], ", name: null, port: null": [null, null], ', name: "", port: 0': ["db", 5432] }],
    ["empty", { "": ["db", 5432], ", name: null, port: null": ["db", 5432], ', name: "", port: 0': [null, null] }],
    ["nothing", { "": ["db", 5432], ", name: null, port: null": ["db", 5432], ', name: "", port: 0': ["db", 5432] }],
  ])("connection-clear=%s: what clears name and port", async (answer, becomes) => {
    await inWorld({ "connection-clear": answer }, async (_sandbox, control) => {
      const id = await made(control);
      const [service = ""] = (await services(control, "one")).ids;
      for (const [given, held] of Object.entries(becomes)) {
        await mutate(control, connecting(id, service, ', name: "db", port: 5432'));
        await mutate(control, connecting(id, service, given));
        const [connection] = (await networks(control))[0]?.connections ?? [];
        expect([given, connection?.name, connection?.port]).toEqual([given, ...held]);
      }
    });
  });

  test("network-names=refused: a name is taken once, and its own network keeps it", async () => {
    await inWorld({ "network-names": "refused" }, async (_sandbox, control) => {
      const [id] = [await made(control), await made(control, "site")];
      await expect(made(control)).rejects.toThrow("Duplicate name");
      await expect(mutate(control, `updateNetwork(id: "${id}", name: "site") { id }`)).rejects.toThrow("Duplicate name");
      expect(await mutate(control, `updateNetwork(id: "${id}", name: "plant") { id }`)).toEqual({ id });
    });
  });

  test("network-unknown=null: an id that names no network answers null or false", async () => {
    await inWorld({ "network-unknown": "null" }, async (_sandbox, control) => {
      expect(await mutate(control, 'updateNetwork(id: "none", name: "site") { id }')).toBeNull();
      expect(await mutate(control, 'deleteNetwork(id: "none")')).toBe(false);
      expect(await mutate(control, connecting("none", "none"))).toBeNull();
      expect(await mutate(control, 'addNetworkShare(networkId: "none", email: "first@example.com")')).toBeNull();
      expect(await mutate(control, 'removeNetworkTag(networkId: "none", name: "prod")')).toBeNull();
    });
  });

  test("unknown-email=invited: an address without an account is a guest, and sees the network once it has one", async () => {
    await inWorld({ "unknown-email": "invited" }, async (_sandbox, control) => {
      const id = await made(control);
      expect(await mutate(control, `addNetworkShare(networkId: "${id}", email: "new@example.com")`)).toBe(true);
      expect((await networks(control))[0]?.access).toEqual([{ user: { email: "new@example.com" } }]);
      const { accountId } = await control.account("new@example.com");
      expect((await networks(control, accountId)).map((network) => network.id)).toEqual([id]);
      expect(await mutate(control, `addNetworkShare(networkId: "${id}", email: "no address")`)).toBe(false);
    });
  });
});
