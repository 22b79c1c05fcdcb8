import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount();

test("claimed devices whose tags are refused stay in state, and can be finished, refreshed first, or destroyed", async () => {
  const names = ["one", "two", "refreshed", "destroyed"];
  const devices: Record<string, { deviceId: string; claimCode: string }> = {};
  for (const name of names) devices[name] = await account.claimable({ online: false });
  const idOf = (name: string) => devices[name]?.deviceId ?? "";
  const program =
    (declared: string[]): Program =>
    ({ remoteit }) => {
      for (const name of declared)
        new remoteit.Device(name, {
          claimCode: devices[name]?.claimCode,
          name: `pump-${name}`,
          tags: ["a"],
          attributes: { site: "north" },
        });
    };
  const addTags = { operation: "addTags" };
  await account.control.faults([
    { kind: "false", match: addTags, times: 2 },
    { kind: "graphql-error", match: addTags, times: 2 },
  ]);
  const stack = await account.stack(program(names));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  const { text, resources } = await stack.state();
  for (const name of names) {
    expect(up.output).toContain(`tags: Tag the device, "pump-${name}" (${idOf(name)}): `);
    expect(await account.device(idOf(name))).toMatchObject({ name: `pump-${name}`, tags: [], attributes: { site: "north" } });
    // The tags as they were read, not as they were asked.
    const outputs = { name: `pump-${name}`, origin: "claimed", tags: [] };
    expect(resources[name]).toMatchObject({ id: idOf(name), outputs });
    for (const printed of [up.output, text]) expect(printed).not.toContain(devices[name]?.claimCode);
  }

  expect(await stack.destroy("--target", "**Device::destroyed")).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(idOf("destroyed"))).toBeUndefined();
  expect(await stack.refresh("--target", "**Device::refreshed")).toMatchObject({ code: 0 });
  stack.edit(program(["one", "two", "refreshed"]));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 3 } });
  for (const name of ["one", "two", "refreshed"])
    expect(await account.device(idOf(name))).toMatchObject({ tags: [{ name: "a" }] });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 3 } });
});

test("updates that fail in part keep what was done, and the next up tries the rest again", async () => {
  const [renamed, trimmed] = [await account.owned(), await account.owned()];
  const program =
    (name: string, tag: string, attributes: Record<string, unknown>): Program =>
    ({ remoteit }) => {
      new remoteit.Device("renamed", { deviceId: renamed, name, tags: [tag] });
      new remoteit.Device("trimmed", { deviceId: trimmed, attributes });
    };
  const stack = await account.stack(program("one", "a", { site: "north", floor: 2 }));
  await stack.up();
  await account.control.faults([
    { kind: "false", match: { operation: "rename" }, times: 1 },
    { kind: "false", match: { operation: "setAttributes" }, times: 1 },
  ]);
  stack.edit(program("two", "b", { site: "north" }));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.output).toContain('The name "two" was not set.');
  expect(up.output).toContain("The attributes floor were not set.");
  expect(await account.device(renamed)).toMatchObject({ name: "one", tags: [{ name: "b" }] });
  const { resources } = await stack.state();
  expect(resources["renamed"]?.outputs).toMatchObject({ name: "one", tags: ["b"] });
  expect(resources["trimmed"]?.outputs["attributes"]).toEqual({ site: "north", floor: 2 });

  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 2 } });
  expect(await account.device(renamed)).toMatchObject({ name: "two", tags: [{ name: "b" }] });
  expect(await account.device(trimmed)).toMatchObject({ attributes: { site: "north" } });
  expect((await account.device(trimmed))?.attributes).not.toHaveProperty("floor");
});
