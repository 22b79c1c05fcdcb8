import fc from "fast-check";
import { controlOf, startSandbox, type Control } from "../../sandbox";
import { claimed, playground, run } from "./support";

interface Listed {
  total: number;
  hasMore: boolean;
  last: string | null;
  items: { id: string; name: string }[];
}

async function list(control: Control, args = ""): Promise<Listed> {
  const call = `devices${args && `(${args})`}`;
  const { login } = await run<{ login: { devices: Listed } }>(
    control,
    `{ login { ${call} { total hasMore last items { id name } } } }`,
  );
  return login.devices;
}

describe("filters", () => {
  const ground = playground();
  const names = async (args: string) => (await list(ground.control, args)).items.map(({ name }) => name);
  beforeEach(async () => {
    const { control } = ground;
    const pump = await claimed(control, { name: "Pump 1", hardwareId: "a", platform: 1, services: [{ application: 28 }] });
    const gate = await claimed(control, { name: "gate", hardwareId: "b", online: false, services: [{ application: 7 }] });
    await claimed(control, { name: "pump 2", hardwareId: "c", online: false });
    const addTag = "mutation($id: [String!]!, $name: [String!]!) { addTag(serviceId: $id, name: $name) }";
    await run(control, addTag, { id: [pump, gate], name: ["site-a"] });
    await run(control, addTag, { id: [pump], name: ["wet"] });
  });

  test.each([
    ['state: "active"', ["Pump 1"]],
    ["", ["Pump 1", "gate", "pump 2"]],
    ['state: "inactive"', ["gate", "pump 2"]],
    ['name: "PUMP"', ["Pump 1", "pump 2"]],
    ['hardwareId: "b"', ["gate"]],
    ['tag: { operator: ANY, values: ["wet", "site-a"] }', ["Pump 1", "gate"]],
    ['tag: { operator: ALL, values: ["wet", "site-a"] }', ["Pump 1"]],
    ["owner: true", ["Pump 1", "gate", "pump 2"]],
    ["owner: false", []],
    ["application: [28, 7]", ["Pump 1", "gate"]],
    ["platform: [1]", ["Pump 1"]],
    ['state: "inactive", name: "pump"', ["pump 2"]],
    ['sort: "name"', ["Pump 1", "gate", "pump 2"]],
    ['sort: "-name"', ["pump 2", "gate", "Pump 1"]],
    ['sort: "created"', ["Pump 1", "gate", "pump 2"]],
    ['sort: "hardwareId"', ["Pump 1", "gate", "pump 2"]],
    ['sort: "-state,name"', ["gate", "pump 2", "Pump 1"]],
    ['sort: "platform, -name"', ["Pump 1", "pump 2", "gate"]],
    ['sort: "owner.email,endpoint.quality,-lastReported,-hardwareId"', ["pump 2", "gate", "Pump 1"]],
    ["state: null, tag: null", ["Pump 1", "gate", "pump 2"]],
  ])("%s", async (args, expected) => {
    expect(await names(args)).toEqual(expected);
  });

  test("an application also cuts the services that are shown", async () => {
    const { control } = ground;
    await claimed(control, { name: "both", hardwareId: "d", services: [{ application: 28 }, { application: 4 }] });
    const { login } = await run<{ login: { devices: { items: unknown[] } } }>(
      control,
      '{ login { devices(name: "both", application: [4]) { items { services { application } } } } }',
    );
    expect(login.devices.items).toEqual([{ services: [{ application: 4 }] }]);
  });

  test.each(["weight", "", "name,weight", "--name"])("the unknown order %p is an error", async (sort) => {
    await expect(names(`sort: "${sort}"`)).rejects.toThrow("Invalid sort");
  });

  test("ids name devices, and services stand for theirs", async () => {
    const { login } = await run<{ login: { devices: { items: { id: string; services: { id: string }[] }[] } } }>(
      ground.control,
      '{ login { devices(sort: "hardwareId") { items { id services { id } } } } }',
    );
    const [pump, gate] = login.devices.items;
    expect(await names(`id: ["${gate?.id ?? ""}", "${pump?.services[0]?.id ?? ""}"]`)).toEqual(["Pump 1", "gate"]);
  });

  test("devices that were made at the same moment are in the order of their ids", async () => {
    const { control } = ground;
    await control.reset({ devices: 50 });
    const { items } = await list(control, 'sort: "state"');
    for (const sort of ["platform", "-platform", "owner.email"]) {
      const ids = (await list(control, `sort: "${sort}"`)).items.map(({ id }) => id);
      expect(ids).toEqual(items.map(({ id }) => id).sort());
    }
  });

  test("a cursor goes on in the order that was asked for", async () => {
    const { last, hasMore } = await list(ground.control, 'sort: "-name", size: 2');
    expect(hasMore).toBe(true);
    expect(await names(`sort: "-name", size: 2, after: "${last ?? ""}"`)).toEqual(["Pump 1"]);
  });
});

describe("by id", () => {
  const ground = playground();
  const read = (id: string[], kind = "device") =>
    run(ground.control, `query($id: [String!]!) { login { ${kind}(id: $id) { id } } }`, { id });

  test("ids are compared without regard to case, and unknown ones are absent", async () => {
    const id = await claimed(ground.control, { services: [{ application: 28 }] });
    expect(id).toMatch(/^([0-9A-F]{2}:){7}[0-9A-F]{2}$/);
    expect(await read(["80:00:00:00:00:00:00:FF", id.toLowerCase()])).toEqual({ login: { device: [{ id }] } });
    expect(await read([id], "service")).toEqual({ login: { service: [] } });
  });

  test("another account's devices and services are as unknown as none", async () => {
    const { accountId } = await ground.control.account();
    const { deviceId, claimCode } = await ground.control.agent({ hardwareId: "x", services: [{ application: 28 }] });
    await run(ground.control, "mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode }, accountId);
    expect(await read([deviceId])).toEqual({ login: { device: [] } });
    const theirs = await run<{ login: { device: { services: { id: string }[] }[] } }>(
      ground.control,
      "query($id: [String!]!) { login { device(id: $id) { services { id } } } }",
      { id: [deviceId] },
      accountId,
    );
    const service = theirs.login.device[0]?.services[0]?.id ?? "";
    expect(service).not.toBe("");
    expect(await read([service], "service")).toEqual({ login: { service: [] } });
  });
});

describe("pages", () => {
  const ground = playground({ world: { "page-from": "1000" } });

  test("more than 1000 in a page is an error, and so is less than none", async () => {
    for (const size of [1001, -1]) await expect(list(ground.control, `size: ${size}`)).rejects.toThrow("Invalid size");
    await expect(list(ground.control, "from: -1")).rejects.toThrow("Invalid from");
  });

  test("without a size it holds 100 devices, and with 0 it tells their number alone", async () => {
    await ground.control.reset({ devices: 120 });
    expect(await list(ground.control)).toMatchObject({ total: 120, hasMore: true, items: { length: 100 } });
    expect(await list(ground.control, "size: 0")).toEqual({ total: 120, hasMore: true, last: null, items: [] });
  });

  test("an empty cursor is the first page", async () => {
    await ground.control.reset({ devices: 3 });
    expect(await list(ground.control, 'size: 2, after: ""')).toEqual(await list(ground.control, "size: 2"));
  });

  test("cursors lead to each device once, whatever the size of account and page", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 }), async (devices, size) => {
        await ground.control.reset({ devices });
        const seen: string[] = [];
        let after = "";
        for (;;) {
          const found = await list(ground.control, `size: ${size}${after && `, after: "${after}"`}`);
          expect(found.total).toBe(devices);
          seen.push(...found.items.map(({ id }) => id));
          expect(found.hasMore).toBe(seen.length < devices);
          if (!found.hasMore) break;
          expect(found.last).toBe(seen.at(-1));
          after = found.last ?? "";
        }
        expect(seen).toHaveLength(devices);
        expect(new Set(seen).size).toBe(devices);
      }),
      { numRuns: 20 },
    );
  });

  test("a name moves a device in the usual order, and not in the order in which they were made", async () => {
    const { control } = ground;
    const id = await claimed(control, { name: "b" });
    await claimed(control, { name: "c" });
    const names = async (args: string) => (await list(control, args)).items.map(({ name }) => name);
    expect(await names(`after: "${id}"`)).toEqual(["c"]);
    await run(control, 'mutation($id: String!) { renameService(serviceId: $id, name: "z") }', { id });
    expect(await names("")).toEqual(["c", "z"]);
    expect(await names(`after: "${id}"`)).toEqual([]);
    expect(await names('sort: "created"')).toEqual(["z", "c"]);
    expect(await names(`sort: "created", after: "${id}"`)).toEqual(["c"]);
  });

  test("a cursor that names no device at all is an error", async () => {
    await expect(list(ground.control, 'after: "80:00:00:00:00:00:00:FF"')).rejects.toThrow("Invalid after");
  });

  test("an account that is made anew shows nothing of the old one", async () => {
    await ground.control.reset({ devices: 3 });
    const before = await list(ground.control);
    await run(ground.control, 'mutation($id: String!) { renameService(serviceId: $id, name: "mine") }', {
      id: before.items[1]?.id,
    });
    await ground.control.reset({ devices: 3 });
    expect(await list(ground.control)).toEqual(before);
  });
});

/** Four devices of which the third has gone; and its id. */
async function withOneGone(control: Control): Promise<string> {
  const [, late] = [await claimed(control, { name: "one" }), await control.agent({ hardwareId: "late", name: "late" })];
  const third = await claimed(control, { name: "three", online: false });
  await claimed(control, { name: "four" });
  const names = async () => (await list(control, 'sort: "created"')).items.map(({ name }) => name);
  expect(await names()).toEqual(["one", "three", "four"]);
  await run(control, "mutation($code: String!) { claimDevice(code: $code) { id } }", { code: late.claimCode });
  expect(await names()).toEqual(["one", "late", "three", "four"]);
  await run(control, "mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: third });
  return third;
}

describe("a cursor whose device has gone", () => {
  const after = async (world: "its-place" | "first" | "refused") => {
    const sandbox = await startSandbox({ world: { "cursor-gone": world } });
    try {
      const control = controlOf(sandbox.control);
      const args = `sort: "created", after: "${await withOneGone(control)}"`;
      return (await list(control, args)).items.map(({ name }) => name);
    } finally {
      await sandbox.stop();
    }
  };

  test("keeps its place", async () => {
    expect(await after("its-place")).toEqual(["four"]);
  });

  test("is an error with cursor-gone=refused", async () => {
    await expect(after("refused")).rejects.toThrow("Invalid after");
  });

  test("leads to the first page with cursor-gone=first", async () => {
    expect(await after("first")).toEqual(["one", "late", "four"]);
  });
});

describe("where less is given", () => {
  const ground = playground({ world: { "page-size": "100", "ids-per-request": "100", "device-by-service-id": "nothing" } });

  test("page-size=100 cuts every page, whatever is asked for", async () => {
    await ground.control.reset({ devices: 250 });
    expect(await list(ground.control, "size: 1000")).toMatchObject({ total: 250, hasMore: true, items: { length: 100 } });
    expect(await list(ground.control, "size: 1000, from: 200")).toMatchObject({ hasMore: false, items: { length: 50 } });
  });

  test.each(["device", "service"])("ids-per-request=100 refuses to read more with %s", async (kind) => {
    const read = (count: number) =>
      run(ground.control, `query($id: [String!]!) { login { ${kind}(id: $id) { id } } }`, { id: Array(count).fill("80:00") });
    await expect(read(101)).rejects.toThrow("Too many ids");
    expect(await read(100)).toEqual({ login: { [kind]: [] } });
  });

  test("device-by-service-id=nothing takes no service for its device", async () => {
    const { login } = await withService(ground.control);
    const service = login.devices.items[0]?.services[0]?.id ?? "";
    expect(service).not.toBe("");
    expect(await byId(ground.control, [service])).toEqual([]);
    expect((await list(ground.control, `id: ["${service}"]`)).items).toEqual([]);
  });
});

describe("the id of a service", () => {
  const ground = playground();

  test("answers its device, among those of devices", async () => {
    const { login } = await withService(ground.control);
    const [device] = login.devices.items;
    const ids = [device?.id ?? "", device?.services[0]?.id ?? "", "80:00:00:00:00:00:00:FF"];
    expect(await byId(ground.control, ids)).toEqual([{ id: device?.id }, { id: device?.id }]);
  });
});

async function withService(control: Control) {
  await claimed(control, { services: [{ application: 28 }] });
  return run<{ login: { devices: { items: { id: string; services: { id: string }[] }[] } } }>(
    control,
    "{ login { devices { items { id services { id } } } } }",
  );
}

const byId = async (control: Control, id: string[]) =>
  (
    await run<{ login: { device: { id: string }[] } }>(control, "query($id: [String!]!) { login { device(id: $id) { id } } }", {
      id,
    })
  ).login.device;

describe("where the second page starts", () => {
  test.each([
    [1000, "device 1001", "device 1000"],
    [1001, "device 1000", "device 999"],
  ] as const)("with page-from=%d, from: 1000 shows %s first", async (pageFrom, first, before) => {
    const sandbox = await startSandbox({ devices: 1200, world: { "page-from": String(pageFrom) as "1000" } });
    try {
      const control = controlOf(sandbox.control);
      const number = (listed: Listed) => `device ${listed.items[0]?.name.split("-")[1] ?? ""}`;
      expect(number(await list(control, 'sort: "created", size: 5, from: 1000'))).toBe(first);
      expect(number(await list(control, 'sort: "created", size: 5, from: 999'))).toBe(before);
      expect(number(await list(control, 'sort: "created", size: 5, from: 0'))).toBe("device 1");
      expect((await list(control, "size: 1000, from: 1000")).hasMore).toBe(false);
    } finally {
      await sandbox.stop();
    }
  });
});

describe("seeded accounts", () => {
  const all =
    "{ login { devices(size: 1000) { items { id name hardwareId state configurable tags { name } services { id name port } } } } }";

  test("the same seed gives the same account, another seed another", async () => {
    const accounts: unknown[] = [];
    for (const seed of [7, 7, 8]) {
      const sandbox = await startSandbox({ devices: 50, services: 3, seed });
      accounts.push(await run(controlOf(sandbox.control), all));
      await sandbox.stop();
    }
    expect(accounts[0]).toEqual(accounts[1]);
    expect(accounts[0]).not.toEqual(accounts[2]);
    expect(JSON.stringify(accounts[0])).toMatch(/"configurable":false.*"configurable":true/);
  });

  test("100,000 devices of 3 services are read by pages and by id", async () => {
    const sandbox = await startSandbox({ devices: 100_000, services: 3 });
    try {
      const control = controlOf(sandbox.control);
      const end = await list(control, "size: 1000, from: 99000");
      expect([end.total, end.items.length, end.hasMore]).toEqual([100_000, 1000, false]);
      const { login } = await run<{ login: { device: { name: string; services: { id: string }[] }[] } }>(
        control,
        "query($id: [String!]!) { login { device(id: $id) { name services { id } } } }",
        { id: [end.last] },
      );
      expect(login.device[0]?.services).toHaveLength(3);
      expect(login.device[0]?.name).toBe(end.items.at(-1)?.name);
    } finally {
      await sandbox.stop();
    }
  });
});
