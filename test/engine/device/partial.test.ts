import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(180_000);

const account = useAccount();

/** Devices that are claimed, tagged and given attributes; each answer of the next tags is a refusal. */
async function claimable(names: string[]) {
  const devices: Record<string, { deviceId: string; claimCode: string }> = {};
  for (const name of names) devices[name] = await account.claimable({ online: false });
  const addTags = { operation: "addTags" };
  await account.control.faults([
    { kind: "false", match: addTags, times: names.length / 2 },
    { kind: "graphql-error", match: addTags, times: names.length / 2 },
  ]);
  return {
    idOf: (name: string) => devices[name]?.deviceId ?? "",
    codes: Object.values(devices).map(({ claimCode }) => claimCode),
    program:
      (declared: string[]): Program =>
      ({ remoteit }) => {
        for (const name of declared) {
          const settings = { name: `pump-${name}`, tags: ["a"], attributes: { site: "north" } };
          new remoteit.Device(name, { claimCode: devices[name]?.claimCode, ...settings });
        }
      },
  };
}

test("claims and updates that fail in part keep what was done, and are finished by the next up, also after a refresh; or they are destroyed", async () => {
  const names = ["one", "two", "refreshed", "destroyed"];
  const left = ["one", "two", "refreshed"];
  const { idOf, codes, program } = await claimable(names);
  // Faults strike a request of one change.
  const stack = await account.stack(program(names), { config: { "remoteit:mergeWrites": "off" } });
  const claims = await stack.up();
  expect(claims.code).not.toBe(0);
  const { text, resources } = await stack.state();
  for (const name of names) {
    expect(claims.output).toContain(`tags: Tagging device "pump-${name}" (${idOf(name)}) failed: `);
    expect(await account.device(idOf(name))).toMatchObject({ name: `pump-${name}`, tags: [], attributes: { site: "north" } });
    // The tags as they were read, not as they were asked.
    const outputs = { name: `pump-${name}`, origin: "claimed", tags: [] };
    expect(resources[name]).toMatchObject({ id: idOf(name), outputs });
  }
  for (const code of codes) for (const printed of [claims.output, text]) expect(printed).not.toContain(code);

  expect(await stack.destroy("--target", "**Device::destroyed")).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(idOf("destroyed"))).toBeUndefined();
  expect(await stack.refresh("--target", "**Device::refreshed")).toMatchObject({ code: 0 });

  const [renamed, trimmed] = [await account.owned(), await account.owned()];
  const declare = (name: string, tag: string, attributes: Record<string, unknown>) =>
    stack.edit((modules) => {
      program(left)(modules);
      new modules.remoteit.Device("renamed", { deviceId: renamed, name, tags: [tag] });
      new modules.remoteit.Device("trimmed", { deviceId: trimmed, attributes });
    });
  declare("one", "a", { site: "north", floor: 2 });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 3, create: 2 } });
  for (const name of left) expect(await account.device(idOf(name))).toMatchObject({ tags: [{ name: "a" }] });

  await account.control.faults([
    { kind: "false", match: { operation: "rename" }, times: 1 },
    { kind: "false", match: { operation: "setAttributes" }, times: 1 },
  ]);
  await account.slow(2);
  declare("two", "b", { site: "north" });
  const updates = await stack.up();
  expect(updates.code).not.toBe(0);
  expect(updates.output).toContain('The name "two" was not set.');
  expect(updates.output).toContain("The attributes floor were not set.");
  expect(await account.device(renamed)).toMatchObject({ name: "one", tags: [{ name: "b" }] });
  const after = (await stack.state()).resources;
  expect(after["renamed"]?.outputs).toMatchObject({ name: "one", tags: ["b"] });
  expect(after["trimmed"]?.outputs["attributes"]).toEqual({ site: "north", floor: 2 });

  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 2, same: 3 } });
  expect(await account.device(renamed)).toMatchObject({ name: "two", tags: [{ name: "b" }] });
  expect(await account.device(trimmed)).toMatchObject({ attributes: { site: "north" } });
  expect((await account.device(trimmed))?.attributes).not.toHaveProperty("floor");
});
