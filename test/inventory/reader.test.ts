import fc from "fast-check";
import { createClient } from "../../provider/client";
import { TransientError } from "../../provider/core/errors";
import { createInventory, deviceCollection, serviceCollection } from "../../provider/inventory";
import { rename } from "../../provider/domains/shared/rename";
import { type Control, controlOf, type Sandbox, startSandbox } from "../../sandbox";
import { settingsFor } from "../client/server";

let sandbox: Sandbox;
let control: Control;
beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
});
afterAll(() => sandbox.stop());

const id = (number: number) =>
  `80:00:00:00:00:00:${number
    .toString(16)
    .padStart(4, "0")
    .replace(/(..)(..)/, "$1:$2")}`;
const about = { what: "Reading device" };

async function account(devices: number, services = 0) {
  await control.reset({ devices, services });
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
  const client = createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey, developerKey, requestsPerSecond: 1000 }));
  const inventory = createInventory(client);
  const { login } = (await control.change("{ login { devices(size: 1000) { items { id } } } }")) as {
    login: { devices: { items: { id: string }[] } };
  };
  return { client, inventory, ids: login.devices.items.map((device) => device.id) };
}

test("reads of one turn of the event loop are one request", async () => {
  const { inventory, ids } = await account(50);
  const found = await Promise.all(ids.map((one) => inventory.of(deviceCollection).read(one, about)));
  expect(found.map(({ item }) => item?.id)).toEqual(ids);
  expect(found.every(({ accountId }) => accountId === sandbox.accountId)).toBe(true);
  expect(await control.requests()).toMatchObject({ total: 1, byOperation: { "graphql:getDevicesById": 1 } });
});

test("reads one after the other never cost more than twice a scan of the account", async () => {
  const { inventory, ids } = await account(4500, 1);
  for (const one of ids.slice(0, 40)) expect((await inventory.of(deviceCollection).read(one, about)).item?.id).toBe(one);
  const { total, byOperation } = await control.requests();
  expect(byOperation).toEqual({ "graphql:getDevicesById": 5, "graphql:listDevices": 5 });
  expect(total).toBe(10);
});

test("a service that the scan has seen costs no further request, and knows its device", async () => {
  const { inventory, ids } = await account(3, 2);
  const device = (await inventory.of(deviceCollection).read(ids[0] ?? "", about)).item;
  for (const { id: serviceId } of device?.services ?? []) {
    expect((await inventory.of(serviceCollection).read(serviceId, about)).item?.device.id).toBe(ids[0]);
  }
  expect((await control.requests()).total).toBe(2);
});

test("what is missing in the scan is asked for by its id before it counts as gone", async () => {
  const { inventory, ids } = await account(3);
  await inventory.of(deviceCollection).read(ids[0] ?? "", about);
  await inventory.of(deviceCollection).read(ids[1] ?? "", about);
  const { deviceId } = await control.agent({ hardwareId: "late", code: await registrationCode() });
  expect((await inventory.of(deviceCollection).read(deviceId, about)).item?.id).toBe(deviceId);
  expect((await inventory.of(deviceCollection).read(id(9999), about)).item).toBeUndefined();
});

async function registrationCode(): Promise<string> {
  return ((await control.change("{ login { registrationCode } }")) as { login: { registrationCode: string } }).login
    .registrationCode;
}

test("an account that is empty answers with its id and nothing else", async () => {
  const { inventory } = await account(0);
  expect(await inventory.of(deviceCollection).read(id(1), about)).toEqual({ accountId: sandbox.accountId, item: undefined });
  expect(await inventory.of(serviceCollection).read(id(1), about)).toEqual({ accountId: sandbox.accountId, item: undefined });
});

test("ids are found in any case", async () => {
  const { inventory, ids } = await account(2);
  const [one = "", other = ""] = ids;
  expect((await inventory.of(deviceCollection).read(one.toLowerCase(), about)).item?.id).toBe(one);
  expect((await inventory.of(deviceCollection).read(other.toLowerCase(), about)).item?.id).toBe(other);
});

test("a request that fails is told to each of those it served under its own name, and does not spoil the next", async () => {
  const { inventory, ids } = await account(2);
  await control.faults([{ kind: "status", status: 503, times: 1 }]);
  const read = (one: string) => inventory.of(deviceCollection).read(one, { what: "Reading device", subject: one });
  const failures = await Promise.allSettled(ids.map(read));
  failures.forEach((failure, index) => {
    const reason = (failure as PromiseRejectedResult).reason as TransientError;
    expect(reason).toBeInstanceOf(TransientError);
    expect(reason.message).toContain(`Reading device ${ids[index] ?? "?"} failed: `);
  });
  expect((await read(ids[0] ?? "")).item?.id).toBe(ids[0]);
});

test("a scan that fails is begun anew by the next read", async () => {
  const { inventory, ids } = await account(2);
  await inventory.of(deviceCollection).read(ids[0] ?? "", about);
  await control.faults([{ kind: "status", status: 503, times: 1 }]);
  await expect(inventory.of(deviceCollection).read(ids[0] ?? "", about)).rejects.toBeInstanceOf(TransientError);
  expect((await inventory.of(deviceCollection).read(ids[0] ?? "", about)).item?.id).toBe(ids[0]);
});

test("no read that begins after a write shows what was before it, in whatever order they come", async () => {
  const { client, inventory, ids } = await account(4);
  let count = 0;
  const step = fc.record({ device: fc.nat(3), writes: fc.boolean(), waits: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const devices = ids.map((one) => ({ one, written: count, writing: Promise.resolve() }));
      await Promise.all(devices.map(({ one }) => rename(client, one, `n${count}`, about)));
      const running = steps.map(({ device, writes, waits }) => ({ at: devices[device], writes, waits }));
      const all: Promise<void>[] = [];
      for (const { at, writes, waits } of running) {
        if (!at) continue;
        const write = async () => {
          const mine = (count += 1);
          await rename(client, at.one, `n${mine}`, about);
          at.written = mine;
        };
        const read = async () => {
          const least = at.written;
          const { item } = await inventory.of(deviceCollection).read(at.one, about);
          expect(Number(item?.name?.slice(1))).toBeGreaterThanOrEqual(least);
        };
        // Writes to one device follow each other, as the engine has it; reads come at any time.
        const step = writes ? (at.writing = at.writing.then(write)) : read();
        all.push(step);
        if (waits) await step;
      }
      await Promise.all(all);
    }),
    { numRuns: 60 },
  );
});

test("a scan is believed for ten minutes, and no longer: others change the account too", async () => {
  const { inventory, ids } = await account(3);
  const [one = ""] = ids;
  for (let count = 0; count < 2; count += 1) await inventory.of(deviceCollection).read(one, about);
  await control.change('mutation($id: String!) { renameService(serviceId: $id, name: "by hand") }', { id: one });
  const nameAfter = async (minutes: number) => {
    const began = performance.now();
    const clock = jest.spyOn(performance, "now").mockReturnValue(began + minutes * 60_000);
    try {
      return (await inventory.of(deviceCollection).read(one, about)).item?.name;
    } finally {
      clock.mockRestore();
    }
  };
  expect(await nameAfter(9)).not.toBe("by hand");
  expect(await nameAfter(11)).toBe("by hand");
});

test("a thing with a write that may still be carried out is never taken from a scan, whatever is written after it", async () => {
  const { client, inventory, ids } = await account(3);
  const [one = ""] = ids;
  await inventory.of(deviceCollection).read(one, about);
  const impatient = createClient({ ...client.settings, timeoutSeconds: 0.2, maxRetries: 0 });
  const doubtful = createInventory({
    ...client,
    onChange: (listener) => [client, impatient].forEach((each) => each.onChange(listener)),
  });
  await doubtful.of(deviceCollection).read(one, about);
  await control.faults([{ kind: "slow", ms: 1500, match: { operation: "rename" }, times: 1 }]);
  await expect(rename(impatient, one, "late", about)).rejects.toBeInstanceOf(TransientError);
  await rename(client, one, "early", about);
  for (let count = 0; count < 2; count += 1)
    expect((await doubtful.of(deviceCollection).read(one, about)).item?.name).toBe("early");
  await control.settled();
  expect((await doubtful.of(deviceCollection).read(one, about)).item?.name).toBe("late");
});
