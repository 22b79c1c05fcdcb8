import { createClient, operate } from "../../provider/client";
import { createInventory, deviceCollection, type Inventory } from "../../provider/inventory";
import { createContext, resources } from "../../provider/domains";
import { rename } from "../../provider/domains/shared/rename";
import { type Control, controlOf, type Sandbox, startSandbox } from "../../sandbox";
import { settingsFor } from "../client/server";
import { type Proxy, startProxy } from "../support/proxy";

let sandbox: Sandbox;
let control: Control;
let proxy: Proxy;
/** Looks that wait to be answered, each let go by a call. */
let held: (() => void)[] = [];
let holds = false;
let looks: string[][] = [];
/** What the request that adds a service waits for, before it arrives. */
let beforeAdding = Promise.resolve();
let adding = 0;

beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
  proxy = await startProxy(sandbox.endpoint, async ({ text, forward, answer }) => {
    const { query, variables } = JSON.parse(text) as { query: string; variables: { ids?: string[] } };
    if (query.includes("addService")) {
      adding += 1;
      await beforeAdding;
    }
    if (!query.includes("getDevicesById")) {
      answer(await forward());
      return;
    }
    looks.push(variables.ids ?? []);
    const answered = await forward();
    if (holds) await new Promise<void>((resolve) => held.push(resolve));
    answer(answered);
  });
});
afterAll(() => Promise.all([proxy.stop(), sandbox.stop()]));
beforeEach(() => {
  [held, holds, looks] = [[], false, []];
});

const about = { what: "Reading device" };

async function account(devices: number) {
  await control.reset({ devices, services: 0 });
  const { accessKeyId, secretAccessKey } = sandbox;
  const settings = settingsFor(proxy.url, { accessKeyId, secretAccessKey, requestsPerSecond: 1000, maxRetries: 0 });
  const { login } = (await control.change("{ login { devices(size: 1000) { items { id configurable } } } }")) as {
    login: { devices: { items: { id: string; configurable: boolean }[] } };
  };
  const client = createClient(settings);
  return {
    settings,
    client,
    inventory: createInventory(client),
    ids: login.devices.items.flatMap(({ id, configurable }) => (configurable ? [id] : [])),
  };
}

const fresh = (inventory: Inventory, id: string) => inventory.of(deviceCollection).fresh(id, about);
const arrives = async (count = 1) => {
  while (held.length < count) await new Promise(setImmediate);
};
const letGo = () => held.shift()?.();

test("who asks for what a request under way shows has its answer, and sends none", async () => {
  const { inventory, ids } = await account(3);
  const [one = "", other = ""] = ids;
  holds = true;
  const first = Promise.all([fresh(inventory, one), fresh(inventory, other)]);
  await arrives();
  const second = fresh(inventory, other.toLowerCase());
  letGo();
  expect((await first).map(({ item }) => item?.id)).toEqual([one, other]);
  expect(await second).toMatchObject({ accountId: sandbox.accountId, item: { id: other } });
  expect(looks).toEqual([[one, other]]);
});

test("what the request under way does not show is asked for with the next, and so is what has gone", async () => {
  const { inventory, ids } = await account(3);
  const [one = "", other = ""] = ids;
  const gone = "80:00:00:00:00:00:FF:FF";
  holds = true;
  const first = Promise.all([one, gone].map((id) => fresh(inventory, id)));
  await arrives();
  const second = Promise.all([other, gone].map((id) => fresh(inventory, id)));
  holds = false;
  letGo();
  await first;
  expect((await second).map(({ item }) => item?.id)).toEqual([other, undefined]);
  expect(looks).toEqual([
    [one, gone],
    [other, gone],
  ]);
});

test("after a write of which it is not known what it has made, a request of before is not joined", async () => {
  const { client, inventory, ids } = await account(2);
  const [one = ""] = ids;
  holds = true;
  const first = fresh(inventory, one);
  await arrives();
  await rename(client, one, "renamed", about);
  const second = fresh(inventory, one);
  holds = false;
  letGo();
  expect((await first).item?.name).not.toBe("renamed");
  expect((await second).item?.name).toBe("renamed");
});

test("a write that begins while the answer is on its way has the thing asked for once more", async () => {
  const { client, inventory, ids } = await account(2);
  const [one = ""] = ids;
  holds = true;
  const first = fresh(inventory, one);
  await arrives();
  const second = fresh(inventory, one);
  await rename(client, one, "renamed", about);
  holds = false;
  letGo();
  await first;
  expect((await second).item?.name).toBe("renamed");
});

test("a request of before shows the service that this process has made meanwhile", async () => {
  const { settings, ids } = await account(2);
  const context = createContext(settings, () => undefined);
  const [deviceId = ""] = ids;
  let arrive: () => void = () => undefined;
  beforeAdding = new Promise((resolve) => (arrive = resolve));
  const making = resources.service.create(context, { deviceId, name: "ssh", application: "SSH", port: 22 });
  while (adding < 1) await new Promise(setImmediate);
  holds = true;
  const first = fresh(context.inventory, deviceId);
  await arrives();
  arrive();
  const { id } = await making;
  const second = fresh(context.inventory, deviceId);
  letGo();
  expect((await first).item?.services).toEqual([]);
  expect((await second).item?.services).toMatchObject([{ id, name: "ssh", port: 22, enabled: true }]);
});

test("who joined a request whose beginner is cancelled asks anew", async () => {
  const { inventory, ids } = await account(2);
  const [one = ""] = ids;
  holds = true;
  const cancel = new AbortController();
  const first = operate(() => fresh(inventory, one), { signal: cancel.signal });
  await arrives();
  const second = fresh(inventory, one);
  holds = false;
  cancel.abort(new Error("Ctrl-C"));
  await expect(first).rejects.toThrow("Ctrl-C");
  expect((await second).item?.id).toBe(one);
  expect(looks).toEqual([[one], [one]]);
});

test("who joined a request that fails asks anew and hears nothing of it", async () => {
  const { inventory, ids } = await account(2);
  const [one = ""] = ids;
  holds = true;
  await control.faults([{ kind: "status", status: 503, times: 1 }]);
  const first = fresh(inventory, one);
  await arrives();
  const second = fresh(inventory, one);
  holds = false;
  letGo();
  await expect(first).rejects.toThrow("503");
  expect((await second).item?.id).toBe(one);
});

test("in a large run each request shows the things that were asked for before as well, as long as they are there", async () => {
  const { inventory, ids } = await account(40);
  const some = ids.slice(0, 25);
  for (let round = 0; round < 2; round += 1) await Promise.all(some.map((id) => fresh(inventory, id)));
  looks = [];
  await fresh(inventory, some[0] ?? "");
  expect(looks).toEqual([[some[0], ...some.slice(1).map((id) => id.toLowerCase())]]);
});
