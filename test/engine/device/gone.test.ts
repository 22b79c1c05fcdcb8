import { useAccount } from "../support/account";

const account = useAccount();

const deleteDevice = "mutation($id: String!) { deleteDevice(deviceId: $id) }";

test("a device that somebody deleted drops out of state at refresh; by a fresh claim code it comes back", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode }));
  await stack.up();
  await account.byHand(deleteDevice, { id: deviceId });
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  expect((await stack.state()).resources).toEqual({});
  const again = await account.claimable();
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { claimCode: again.claimCode }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  expect((await stack.state()).resources["pump"]?.id).toBe(again.deviceId);
});

test("an adopted device that is gone cannot come back by itself: after refresh, up says so", async () => {
  const id = await account.owned({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id }));
  await stack.up();
  await account.byHand(deleteDevice, { id });
  expect(await stack.refresh()).toMatchObject({ code: 0 });
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain(`has no device ${id}`);
});

test("before refresh, updating a device that is gone says to refresh, and state stays", async () => {
  const id = await account.owned({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id }));
  await stack.up();
  await account.byHand(deleteDevice, { id });
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, name: "pump-7" }));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain("It is no longer in the account. Run `pulumi refresh`");
  expect((await stack.state()).resources["pump"]?.id).toBe(id);
});
