import { createClient } from "../../provider/client";
import { createInventory, deviceCollection, type Inventory, serviceCollection } from "../../provider/inventory";
import { type Control, controlOf, startSandbox, type World } from "../../sandbox";
import { settingsFor } from "../client/server";
import { claimed, run } from "../sandbox/support";

const about = { what: "Read" };
const unknown = "80:00:00:00:00:99:99:99";

interface Ground {
  control: Control;
  inventory: Inventory;
  /** One whose requests are sent again. */
  patient: Inventory;
  /** Requests since this was last asked. */
  sent: () => Promise<Record<string, number>>;
}

async function inWorld(
  world: Partial<World>,
  account: { devices?: number; services?: number },
  use: (ground: Ground) => Promise<void>,
) {
  const sandbox = await startSandbox({ world, ...account });
  try {
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    const control = controlOf(sandbox.control);
    const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 });
    let before: Record<string, number> = {};
    await use({
      control,
      inventory: createInventory(createClient(settings)),
      patient: createInventory(createClient({ ...settings, maxRetries: 3 })),
      sent: async () => {
        const { byOperation } = await control.requests();
        const since = Object.entries(byOperation).map(
          ([name, count]) => [name.replace("graphql:", ""), count - (before[name] ?? 0)] as const,
        );
        before = byOperation;
        return Object.fromEntries(since.filter(([, count]) => count > 0));
      },
    });
  } finally {
    await sandbox.stop();
  }
}

interface Live {
  id: string;
  services: { id: string }[];
}

async function allOf(control: Control): Promise<Live[]> {
  const text = '{ login { devices(size: 1000, sort: "created") { items { id services { id } } } } }';
  return (await run<{ login: { devices: { items: Live[] } } }>(control, text)).login.devices.items;
}

describe("how many ids one request may name", () => {
  test("a refusal of many is asked again by halves, and no later request names more", async () => {
    await inWorld({ "ids-per-request": "100" }, { devices: 600 }, async ({ control, inventory, sent }) => {
      const ids = (await allOf(control)).map(({ id }) => id);
      const { items, accountId } = await inventory.of(deviceCollection).together(ids.slice(0, 500), about);
      expect(items.map(({ id }) => id)).toEqual(ids.slice(0, 500));
      expect(accountId).not.toBe("");
      expect(await sent()).toEqual({ getDevicesById: 3 + 9 });
      expect((await inventory.of(deviceCollection).together(ids.slice(0, 124), about)).items).toHaveLength(124);
      expect(await sent()).toEqual({ getDevicesById: 2 });
      const found = await Promise.all(ids.map((id) => inventory.of(deviceCollection).read(id, about)));
      expect(found.map(({ item }) => item?.id)).toEqual(ids);
    });
  });

  test("a refusal of few is not for their number", async () => {
    await inWorld({}, { devices: 60 }, async ({ control, inventory, sent }) => {
      const ids = (await allOf(control)).map(({ id }) => id);
      const refused = () => control.faults([{ kind: "graphql-error", match: { operation: "getDevicesById" } }]);
      await refused();
      await expect(inventory.of(deviceCollection).together(ids.slice(0, 50), about)).rejects.toThrow("A fault of the sandbox");
      // By halves down to one, in case one of them is to blame; after three that fail alone nobody goes on.
      expect((await sent())["getDevicesById"]).toBeLessThanOrEqual(10);
      await expect(inventory.of(deviceCollection).together(ids, about)).rejects.toThrow("A fault of the sandbox");
      expect((await sent())["getDevicesById"]).toBeLessThanOrEqual(11);
      await control.clearFaults();
      expect((await inventory.of(deviceCollection).together(ids, about)).items).toHaveLength(60);
      expect(await sent()).toEqual({ getDevicesById: 1 });
    });
  });
});

describe("ids that the gateway gives up on", () => {
  test("are asked for by halves, within the tries of one request, and as many as before when it has recovered", async () => {
    await inWorld({}, { devices: 1200 }, async ({ control, patient, sent }) => {
      const ids = (await allOf(control)).map(({ id }) => id);
      await control.faults([{ kind: "status", status: 504, match: { operation: "getDevicesById" }, times: 2 }]);
      expect((await patient.of(deviceCollection).together(ids.slice(0, 500), about)).items.map(({ id }) => id)).toEqual(
        ids.slice(0, 500),
      );
      // 500 and 250 failed; then 125, 250, and the last 125.
      expect(await sent()).toEqual({ getDevicesById: 2 + 3 });
      await patient.of(deviceCollection).together(ids.slice(0, 500), about);
      expect(await sent()).toEqual({ getDevicesById: 1 });
    });
  });

  test("a single one that fails makes no other request smaller", async () => {
    await inWorld({}, { devices: 500 }, async ({ control, patient, sent }) => {
      const ids = (await allOf(control)).map(({ id }) => id);
      await control.faults([{ kind: "status", status: 504, match: { operation: "getDevicesById" }, times: 2 }]);
      expect((await patient.of(deviceCollection).read(ids[0] ?? "", about)).item?.id).toBe(ids[0]);
      expect((await patient.of(deviceCollection).together(ids, about)).items).toHaveLength(500);
      expect(await sent()).toEqual({ getDevicesById: 3 + 1 });
    });
  });
});

describe("where User.service is missing", () => {
  test("a service is read among those of its device, and one that is not there is not there", async () => {
    await inWorld({ "user-service": "missing" }, { devices: 3, services: 2 }, async ({ control, inventory, sent }) => {
      const [first, second] = await allOf(control);
      const [one = "", other = ""] = [first?.services[0]?.id, second?.services[1]?.id];
      const found = await Promise.all(
        [one, other.toLowerCase(), unknown].map((id) => inventory.of(serviceCollection).read(id, about)),
      );
      expect(found.map(({ item }) => item?.id)).toEqual([one, other, undefined]);
      expect(found[1]?.item?.device.id).toBe(second?.id);
      expect(await sent()).toEqual({ getServicesById: 1, IntrospectionQuery: 1, getDevicesById: 1, getServicesOfDevices: 1 });
      expect((await inventory.of(serviceCollection).together([one, unknown], about)).items.map(({ id }) => id)).toEqual([one]);
      expect(await sent()).toEqual({ getDevicesById: 1, getServicesOfDevices: 1 });
    });
  });

  test("no answer means nothing until a service's id was seen to answer: all devices are looked at", async () => {
    const world = { "user-service": "missing", "device-by-service-id": "nothing" } as const;
    await inWorld(world, { devices: 3, services: 1 }, async ({ control, inventory, sent }) => {
      const [first] = await allOf(control);
      const one = first?.services[0]?.id ?? "";
      const { items } = await inventory.of(serviceCollection).together([one, unknown], about);
      expect(items).toMatchObject([{ id: one, device: { id: first?.id } }]);
      expect(await sent()).toMatchObject({ getDevicesById: 1, listDevices: 1 });
      expect((await inventory.of(serviceCollection).read(unknown, about)).item).toBeUndefined();
    });
  });

  test("the account without services answers so", async () => {
    await inWorld({ "user-service": "missing" }, {}, async ({ inventory }) => {
      expect((await inventory.of(serviceCollection).read(unknown, about)).item).toBeUndefined();
    });
  });
});

describe("the device that an id belongs to", () => {
  const ask = async ({ control, inventory }: Ground) => {
    const [first, second] = await allOf(control);
    const [a = "", b = ""] = [first?.services[0]?.id, second?.id];
    const asked = [a.toLowerCase(), b, unknown];
    const { accountId, devices } = await inventory.deviceOf(asked, about);
    expect([...devices].map(([id, device]) => [id, device.id])).toEqual([
      [a.toLowerCase(), first?.id],
      [b, second?.id],
    ]);
    expect(devices.get(b)?.services).toHaveLength(1);
    expect(accountId).not.toBe("");
  };

  test("is found with one request", async () => {
    await inWorld({}, { devices: 2, services: 1 }, async (ground) => {
      await ask(ground);
      expect(await ground.sent()).toEqual({ getDevicesById: 1 });
    });
  });

  test("is found through the service where its id does not answer the device", async () => {
    await inWorld({ "device-by-service-id": "nothing" }, { devices: 2, services: 1 }, async (ground) => {
      await ask(ground);
      expect(await ground.sent()).toEqual({ getDevicesById: 2, getServicesById: 1 });
    });
  });

  test("is found by a look at all devices where neither answers", async () => {
    const world = { "device-by-service-id": "nothing", "user-service": "missing" } as const;
    await inWorld(world, { devices: 2, services: 1 }, ask);
  });

  test("is never taken for a device with the service's id", async () => {
    await inWorld({}, { devices: 2, services: 1 }, async ({ control, inventory }) => {
      const [first] = await allOf(control);
      const service = first?.services[0]?.id ?? "";
      expect((await inventory.of(deviceCollection).read(service, about)).item).toBeUndefined();
      expect((await inventory.of(deviceCollection).read(service, about)).item).toBeUndefined();
    });
  });
});

describe("where devices cannot be filtered by hardware id", () => {
  test("all are looked at, and other filters stay", async () => {
    await inWorld(
      { "hardware-id-filter": "missing", "page-size": "100" },
      { devices: 250 },
      async ({ control, inventory, sent }) => {
        const id = await claimed(control, { hardwareId: "hw-wanted", name: "wanted" });
        const found: string[] = [];
        let left = Number.POSITIVE_INFINITY;
        for await (const { devices, total } of inventory.pages({ hardwareId: "hw-wanted" }, about)) {
          found.push(...devices.map((device) => device.id));
          left = total;
        }
        expect(found).toEqual([id]);
        expect(left).toBe(1);
        expect(await sent()).toEqual({ listDevices: 1 + 3, IntrospectionQuery: 1 });
        // Also where the reader compares nothing of it.
        for await (const { devices } of inventory.pages({ hardwareId: "hw-wanted" }, about, new Set(["name"])))
          for (const { id: other } of devices) found.push(other);
        expect(found).toEqual([id, id]);
        expect(await sent()).toEqual({ listDevices: 3 });
        const all: number[] = [];
        for await (const { devices } of inventory.pages({ hardwareId: "hw-wanted", name: "other" }, about))
          all.push(devices.length);
        expect(all).toEqual([0]);
        expect(await sent()).toEqual({ listDevices: 1 });
      },
    );
  });
});

test("the ids of all devices are found where the schema has no cursors", async () => {
  await inWorld({ cursor: "missing", "page-from": "1001" }, { devices: 1999 }, async ({ inventory, sent }) => {
    expect((await inventory.deviceIds(about)).size).toBe(1999);
    expect(await sent()).toEqual({ listDeviceIds: 1 + 3, IntrospectionQuery: 1 });
  });
});
