import fc from "fast-check";
import { managedAttributes, sameAttributes } from "../../../provider/domains/shared/attributes";
import { useDevices, type Devices } from "../devices/support";

type Attributes = Record<string, unknown>;

const setAttributes = "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }";

async function bearing(account: Devices, attributes: Attributes): Promise<string> {
  const id = await account.device();
  await account.byHand(setAttributes, { id, attributes });
  return id;
}

/** Without nulls at any depth, as nobody wants them kept. */
const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === "object" && !Array.isArray(value) && Object.values(value).some(hasNull));

const maps = (names: string[]) =>
  fc.letrec<{ map: Attributes }>((tie) => ({
    map: fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof({ depthSize: "small", maxDepth: 2 }, fc.integer({ max: 3, min: 0 }), fc.string({ maxLength: 2 }), tie("map")),
      { maxKeys: 3 },
    ),
  })).map;

describe.each(["merge", "replace"] as const)("where remote.it %ss maps inside maps", (nested) => {
  const account = useDevices({ world: { nested } });

  test("whatever is there and was declared before, the account ends as declared, and holds no null for what went", async () => {
    const attributes = maps(["a", "b", "$remoteit"]);
    await fc.assert(
      fc.asyncProperty(attributes, attributes, attributes, async (others, before, wanted) => {
        await account.control.reset();
        const deviceId = await bearing(account, others);
        const stack = account.stack();
        await stack.up({ deviceId, attributes: before });
        await stack.up({ deviceId, attributes: wanted });
        const { attributes: live } = await account.seen(deviceId);
        expect(sameAttributes(managedAttributes(wanted, live), wanted)).toBe(true);
        expect(hasNull(live)).toBe(false);
        await stack.refresh();
        expect(await account.drift(stack, { deviceId, attributes: wanted })).toEqual([]);
        const sent = (await account.requests())["setAttributes"];
        await stack.up({ deviceId, attributes: wanted });
        expect((await account.requests())["setAttributes"]).toBe(sent);
      }),
      { numRuns: 40 },
    );
  });

  test("what leaves a map goes, what others have in it stays", async () => {
    const deviceId = await bearing(account, { $remoteit: { label: "theirs" }, site: { theirs: { deep: true } } });
    const stack = account.stack();
    await stack.up({ deviceId, attributes: { $remoteit: { color: 3 }, site: { room: 3, at: { floor: 1, door: 2 } } } });
    await stack.up({ deviceId, attributes: { $remoteit: {}, site: { at: { door: 2 } } } });
    expect((await account.seen(deviceId)).attributes).toEqual({
      $remoteit: { label: "theirs" },
      site: { theirs: { deep: true }, at: { door: 2 } },
    });
  });

  test("what remote.it's app copies into $remoteit at an edit is nobody's drift", async () => {
    const deviceId = await bearing(account, {});
    const stack = account.stack();
    const declared = { deviceId, attributes: { site: "north", $remoteit: { color: 3 } } };
    await stack.up(declared);
    const { attributes } = await account.seen(deviceId);
    // All that it has read, with the edit (api/README.md, A).
    const $remoteit = { ...(attributes["$remoteit"] as Attributes), ...attributes, description: "a note" };
    await account.byHand(setAttributes, { id: deviceId, attributes: { $remoteit } });
    expect(await account.drift(stack, declared)).toEqual([]);
    await stack.refresh();
    expect(stack.state?.properties["attributes"]).toEqual(declared.attributes);
  });
});

describe("a dot in a name", () => {
  const literal = useDevices();
  const path = useDevices({ world: { "dotted-attribute": "path" } });

  test("is a character like any other, where remote.it takes it so", async () => {
    const deviceId = await bearing(literal, { a: { c: 1 } });
    const stack = literal.stack();
    const up = async (attributes: Attributes) => {
      await stack.up({ deviceId, attributes });
      await stack.refresh();
      expect(stack.state?.properties["attributes"]).toEqual(attributes);
      expect(await literal.drift(stack, { deviceId, attributes })).toEqual([]);
      return (await literal.seen(deviceId)).attributes;
    };
    expect(await up({ "a.b": 1, site: { "x.y": 2 } })).toEqual({ a: { c: 1 }, "a.b": 1, site: { "x.y": 2 } });
    expect(await up({ "a.b": 2, site: { "x.y": 2, z: 3 } })).toEqual({ a: { c: 1 }, "a.b": 2, site: { "x.y": 2, z: 3 } });
    expect(await up({ a: { b: 1 } })).toEqual({ a: { b: 1, c: 1 } });
  });

  test("is an error of that name where remote.it takes it for a path, and nothing is lost", async () => {
    const deviceId = await bearing(path, { a: { c: 1 }, site: { room: 3 } });
    const stack = path.stack();
    const declared = { deviceId, name: "pump", attributes: { "a.b": 1, site: { room: 4 } } };
    await expect(stack.up(declared)).rejects.toThrow(/took the dot in \["a\.b"\] for a path.*a: \{ b: 1 \}/s);
    expect((await path.seen(deviceId)).attributes).toEqual({ a: { b: 1, c: 1 }, site: { room: 3 } });
    expect(stack.state?.properties).toMatchObject({ name: "pump" });
    const asMap = { ...declared, attributes: { a: { b: 1 }, site: { room: 4 } } };
    await stack.up(asMap);
    expect((await path.seen(deviceId)).attributes).toEqual({ a: { b: 1, c: 1 }, site: { room: 4 } });
    expect(await path.drift(stack, asMap)).toEqual([]);
  });

  test.each([
    ["a value", { a: { b: 5 } }, "a.b"],
    ["a text in the place of a map", { a: "text" }, "a"],
    ["a map", { a: { b: { c: 1 } } }, "a.b"],
  ])("sends nothing where a path would overwrite %s", async (_what, there, into) => {
    for (const account of [literal, path]) {
      const deviceId = await bearing(account, there);
      const up = account.stack().up({ deviceId, attributes: { "a.b": 1, more: true } });
      await expect(up).rejects.toThrow(`would then overwrite ${into}. No attribute was sent.`);
      expect((await account.seen(deviceId)).attributes).toEqual(there);
    }
  });
});
