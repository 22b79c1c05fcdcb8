import { useAccount } from "../support/account";

const account = useAccount();

/** Claimed, but the tags were refused. */
async function halfDone(kind: "false" | "graphql-error") {
  const { deviceId, claimCode } = await account.claimable({ online: false });
  await account.control.faults([{ kind, match: { operation: "addTags" }, times: 1 }]);
  const stack = await account.stack(
    ({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump-7", tags: ["a"], attributes: { site: "north" } }),
  );
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.output).not.toContain(claimCode);
  return { deviceId, claimCode, stack, up };
}

test.each(["false", "graphql-error"] as const)(
  "a claimed device whose tags are answered with %s stays in state, and the next up finishes it",
  async (kind) => {
    const { deviceId, claimCode, stack, up } = await halfDone(kind);
    expect(up.output).toContain(`tags: Tag the device, "pump-7" (${deviceId}): `);
    expect(await account.device(deviceId)).toMatchObject({ name: "pump-7", tags: [], attributes: { site: "north" } });
    const { text, resources } = await stack.state();
    expect(text).not.toContain(claimCode);
    expect(resources["pump"]).toMatchObject({ id: deviceId, outputs: { name: "pump-7", origin: "claimed" } });
    expect(resources["pump"]?.outputs).toMatchObject({ tags: [] }); // as they were read, not as they were asked
    expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
    expect(await account.device(deviceId)).toMatchObject({ tags: [{ name: "a" }] });
    expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
  },
);

test("a half-done device can be refreshed and still be finished", async () => {
  const { deviceId, stack } = await halfDone("false");
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(deviceId)).toMatchObject({ tags: [{ name: "a" }] });
});

test("a half-done device can be destroyed", async () => {
  const { deviceId, stack } = await halfDone("false");
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(deviceId)).toBeUndefined();
});

test("an update that fails in part keeps what was done and tries the rest again", async () => {
  const id = await account.owned();
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, name: "one", tags: ["a"] }));
  await stack.up();
  await account.control.faults([{ kind: "false", match: { operation: "rename" }, times: 1 }]);
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, name: "two", tags: ["b"] }));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.output).toContain('The name "two" was not set.');
  expect(await account.device(id)).toMatchObject({ name: "one", tags: [{ name: "b" }] });
  expect((await stack.state()).resources["pump"]?.outputs).toMatchObject({ name: "one", tags: ["b"] });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({ name: "two", tags: [{ name: "b" }] });
});

test("an attribute that leaves the program and was refused to go is removed by the next up", async () => {
  const id = await account.owned();
  const args = (attributes: Record<string, unknown>) => ({ deviceId: id, attributes });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", args({ site: "north", floor: 2 })));
  await stack.up();
  await account.control.faults([{ kind: "false", match: { operation: "setAttributes" }, times: 1 }]);
  stack.edit(({ remoteit }) => new remoteit.Device("pump", args({ site: "north" })));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.output).toContain("The attributes floor were not set.");
  expect((await stack.state()).resources["pump"]?.outputs["attributes"]).toEqual({ site: "north", floor: 2 });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(id)).toMatchObject({ attributes: { site: "north" } });
  expect((await account.device(id))?.attributes).not.toHaveProperty("floor");
});
