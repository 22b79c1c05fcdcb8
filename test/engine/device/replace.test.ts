import { useAccount } from "../support/account";

const account = useAccount();

test("another deviceId replaces: the new device is adopted, and the old one stays in the account", async () => {
  const [first, second] = [await account.owned({ online: false }), await account.owned()];
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: first }));
  await stack.up();
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: second }));
  const preview = await stack.preview();
  expect(preview).toMatchObject({ changes: { replace: 1 } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { replace: 1 } });
  expect((await stack.state()).resources["pump"]?.id).toBe(second);
  expect(await account.device(first)).toBeDefined();
});

test("another deviceId deletes the old device where deleteOnDestroy says so", async () => {
  const [first, second] = [await account.owned({ online: false }), await account.owned()];
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: first, deleteOnDestroy: true }));
  await stack.up();
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: second, deleteOnDestroy: true }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { replace: 1 } });
  expect(await account.device(first)).toBeUndefined();
  expect(await account.device(second)).toBeDefined();
});

test("how a device came to be counts at creation only: another code, none, or the id instead changes nothing", async () => {
  const { deviceId, claimCode } = await account.claimable();
  const other = await account.claimable();
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump-7" }));
  await stack.up();
  for (const args of [{ claimCode: other.claimCode }, {}, { hardwareId: "hw-x", registrationCode: "CODE-1" }, { deviceId }]) {
    stack.edit(({ remoteit }) => new remoteit.Device("pump", { ...args, name: "pump-7" }));
    expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
  }
  expect((await stack.state()).resources["pump"]).toMatchObject({ id: deviceId, outputs: { origin: "claimed" } });
});

test("two stacks may adopt one device: destroying one leaves it to the other", async () => {
  const id = await account.owned({ online: false });
  const first = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, tags: ["a"] }));
  const second = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, name: "pump-7" }));
  for (const stack of [first, second]) expect(await stack.up()).toMatchObject({ code: 0 });
  expect(await first.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(id)).toMatchObject({ name: "pump-7" });
  expect(await second.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
});

test("two resources of one program must not manage one device", async () => {
  const id = await account.owned();
  const stack = await account.stack(({ remoteit }) => {
    const one = new remoteit.Device("one", { deviceId: id });
    new remoteit.Device("two", { deviceId: id.toLowerCase() }, { dependsOn: one });
  });
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain("is already managed by another resource of this program. Declare each thing once");
});

test("nor may a new one take the device of one that is there since an earlier run and comes after it", async () => {
  const id = await account.owned({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("one", { deviceId: id, deleteOnDestroy: true }));
  await stack.up();
  stack.edit(({ remoteit }) => {
    const two = new remoteit.Device("two", { deviceId: id });
    new remoteit.Device("one", { deviceId: id, deleteOnDestroy: true }, { dependsOn: two });
  });
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain("is already managed by another resource of this program. Declare each thing once");
  stack.edit(({ remoteit }) => new remoteit.Device("one", { deviceId: id, deleteOnDestroy: true }));
  expect(await stack.up()).toMatchObject({ code: 0 });
  expect(Object.keys((await stack.state()).resources)).toEqual(["one"]);
  expect(await account.device(id)).toBeDefined();
});
