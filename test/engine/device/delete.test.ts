import { useAccount } from "../support/account";

const account = useAccount();

test("an adopted device stays in the account when its resource is destroyed", async () => {
  const id = await account.owned({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id }));
  await stack.up();
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect((await stack.state()).resources).toEqual({});
  expect(await account.device(id)).toBeDefined();
});

test("an adopted device is deleted with deleteOnDestroy, also when that is said only later", async () => {
  const id = await account.owned({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id }));
  await stack.up();
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, deleteOnDestroy: true }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(id)).toBeUndefined();
});

test("a claimed device is deleted with its resource, unless deleteOnDestroy is false", async () => {
  const [first, second] = [await account.claimable({ online: false }), await account.claimable({ online: false })];
  const stack = await account.stack(({ remoteit }) => {
    new remoteit.Device("goes", { claimCode: first.claimCode });
    new remoteit.Device("stays", { claimCode: second.claimCode, deleteOnDestroy: false });
  });
  await stack.up();
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 2 } });
  expect(await account.device(first.deviceId)).toBeUndefined();
  expect(await account.device(second.deviceId)).toBeDefined();
});

test("an active device is not deleted: the error says what to do, state stays, and once it is offline destroy succeeds", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: true });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump-7" }));
  await stack.up();
  const destroy = await stack.destroy();
  expect(destroy.code).not.toBe(0);
  expect(destroy.errors.join()).toContain(
    `Delete the device, "pump-7" (${deviceId}): It is active, and remote.it deletes inactive devices only. Stop its agent and run the command again`,
  );
  expect(destroy.output).not.toMatch(/^\s+at /m);
  expect((await stack.state()).resources["pump"]).toMatchObject({ id: deviceId, outputs: { name: "pump-7" } });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
  await account.control.agentState(deviceId, "offline");
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(deviceId)).toBeUndefined();
});

test("waitSeconds waits until an active device goes offline, and tells so", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: true });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, waitSeconds: 50 }));
  await stack.up();
  const running = stack.destroy();
  await account.asked("graphql:getDevicesById");
  await account.control.agentState(deviceId, "offline");
  const destroy = await running;
  expect(destroy).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(destroy.output).toContain("it is active. Waiting up to 50 s.");
  expect(await account.device(deviceId)).toBeUndefined();
});

test("a device that somebody deleted already counts as deleted", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode }));
  await stack.up();
  await account.byHand("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: deviceId });
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
});

test("a deletion that remote.it refuses without a reason is an error, and the device stays in state", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: false });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode }));
  await stack.up();
  await account.control.faults([{ kind: "false", match: { operation: "deleteDevice" } }]);
  const destroy = await stack.destroy();
  expect(destroy.code).not.toBe(0);
  expect(destroy.errors.join()).toContain("The device was not deleted. remote.it answered that it refuses, without a reason.");
  expect((await stack.state()).resources["pump"]?.id).toBe(deviceId);
});
