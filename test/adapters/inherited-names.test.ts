import { unmarked } from "../support/marks";
import { claimedDevice } from "../engine/support/contents";
import { driftOf } from "../drift/stack";
import { adapterNames, expectClean, useAdapterAccount } from "./account";
import type { Declaration } from "./index";

const account = useAdapterAccount();

/** What every object has by birth. */
const names = ["constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"];

const attributes = {
  constructor: "mine",
  toString: { valueOf: 1, hasOwnProperty: { constructor: ["a"] } },
  hasOwnProperty: true,
  deep: { constructor: { prototype: "x" } },
};

async function held(id: string) {
  const read = "query($id: [String!]!) { login { device(id: $id) { name attributes tags { name } services { name } } } }";
  const { login } = (await account.control.change(read, { id: [id] })) as {
    login: { device: { name: string; attributes: object; tags: { name: string }[]; services: { name: string }[] }[] };
  };
  const [device] = login.device;
  if (!device) throw new Error("There is no device.");
  return { ...device, attributes: unmarked(device.attributes), tags: device.tags.map(({ name }) => name).sort() };
}

describe.each(adapterNames)("names that every object has by birth, through the %s adapter,", (adapter) => {
  const program = (deviceId: string, more: object = {}): Declaration => ({
    pump: { type: "Device", properties: { deviceId, name: "constructor", tags: names, attributes, ...more } },
    ...Object.fromEntries(
      [...names, "__proto__"].map((name, index) => [
        `service-${index}`,
        { type: "Service", properties: { deviceId, name, application: "SSH", port: 1_000 + index } },
      ]),
    ),
  });

  test("are names like any others, of devices, tags, attributes and services", async () => {
    const { deviceId } = await claimedDevice(account.control);
    const stack = account.stack(adapter);
    expect((await stack.up(program(deviceId))).errors).toEqual([]);
    const { tags, services, ...device } = await held(deviceId);
    expect(device).toEqual({ name: "constructor", attributes });
    expect(tags).toEqual([...names].sort());
    expect(services.map(({ name }) => name)).toEqual(expect.arrayContaining([...names, "__proto__"]));
    await expectClean(stack, program(deviceId));
    expect((await driftOf(stack, account)).findings).toEqual([]);
    expect(
      (await stack.up(program(deviceId, { attributes: { toString: "other" }, tags: ["toString"], name: "__proto__" }))).errors,
    ).toEqual([]);
    expect(await held(deviceId)).toMatchObject({ name: "__proto__", attributes: { toString: "other" }, tags: ["toString"] });
    expect((await stack.destroy()).errors).toEqual([]);
  });

  test("in ignoreChanges mean what the program and the account call so, and nothing else", async () => {
    const { deviceId } = await claimedDevice(account.control);
    const stack = account.stack(adapter);
    const ignoreChanges = [...names, "__proto__"].flatMap((name) => [
      name,
      `attributes.${name}`,
      `attributes.deep["${name}"].${name}`,
      `tags[${name}]`,
    ]);
    const declaring = (given: object): Declaration => ({
      pump: { type: "Device", properties: { deviceId, attributes: given }, ignoreChanges },
    });
    expect((await stack.up(declaring({ site: "north", deep: {} }))).errors).toEqual([]);
    await expectClean(stack, declaring({ site: "north", deep: {} }));
    const changed = await stack.up(declaring({ site: "south", deep: {}, constructor: "ignored" }));
    expect(changed).toMatchObject({ updated: ["pump"], errors: [] });
    expect((await held(deviceId)).attributes).toEqual({ site: "south" });
    expect(stack.state.get("pump")?.outputs["attributes"]).toEqual({ site: "south", deep: {} });
  });

  test.each([...names, "__proto__"])("are no properties: %s", async (name) => {
    const properties = Object.fromEntries([
      ["url", "https://example.com/x"],
      [name, "x"],
    ]);
    const { errors } = await account.stack(adapter).up({ events: { type: "Webhook", properties } });
    // What an engine of this test hands over loses the last one of them before (test/plugin/proto.test.ts has it).
    if (name === "__proto__" && adapter === "plugin") expect(errors).toEqual([]);
    else expect(errors.join()).toContain(`${name}: Webhook has no such property. Did you mean`);
  });

  test.each([...names, "__proto__"])("are no ids: %s", async (id) => {
    for (const type of ["Device", "Service", "Webhook", "Tag"]) {
      const { errors } = await account.stack(adapter).take("it", type, id);
      expect(errors).toHaveLength(1);
      expect(errors.join()).not.toMatch(/TypeError|undefined|not a function|at .*\.ts/);
    }
  });
});
