import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount();

test("destroy deletes what was claimed and leaves what was adopted, unless deleteOnDestroy says otherwise, also when that is said only later", async () => {
  const [adopted, later] = [await account.owned({ online: false }), await account.owned({ online: false })];
  const [goes, stays, gone] = await Promise.all([1, 2, 3].map(() => account.claimable({ online: false })));
  if (!goes || !stays || !gone) throw new Error("Three devices can be claimed.");
  const program =
    (more: object = {}): Parameters<typeof account.stack>[0] =>
    ({ remoteit }) => {
      new remoteit.Device("adopted", { deviceId: adopted });
      new remoteit.Device("later", { deviceId: later, ...more });
      new remoteit.Device("goes", { claimCode: goes.claimCode });
      new remoteit.Device("stays", { claimCode: stays.claimCode, deleteOnDestroy: false });
      new remoteit.Device("gone", { claimCode: gone.claimCode });
    };
  const stack = await account.stack(program());
  await stack.up();
  stack.edit(program({ deleteOnDestroy: true }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1, same: 4 } });
  // One that somebody deleted already counts as deleted.
  await account.byHand("mutation($id: String!) { deleteDevice(deviceId: $id) }", { id: gone.deviceId });

  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 5 } });
  expect((await stack.state()).resources).toEqual({});
  expect(await account.device(adopted)).toBeDefined();
  expect(await account.device(later)).toBeUndefined();
  expect(await account.device(goes.deviceId)).toBeUndefined();
  expect(await account.device(stays.deviceId)).toBeDefined();
});

test("an active device, and one that remote.it refuses without a reason, are not deleted: the errors say why, state stays, and destroy succeeds later", async () => {
  const active = await account.claimable({ online: true });
  const refused = await account.claimable({ online: false });
  const stack = await account.stack(({ remoteit }) => {
    new remoteit.Device("active", { claimCode: active.claimCode, name: "pump-7" });
    new remoteit.Device("refused", { claimCode: refused.claimCode });
  });
  await stack.up();
  await account.control.faults([{ kind: "false", match: { operation: "deleteDevice" } }]);
  await account.slow(2);
  const destroy = await stack.destroy();
  expect(destroy.code).not.toBe(0);
  expect(destroy.errors.join()).toContain(
    `Deleting device "pump-7" (${active.deviceId}) failed: It is active, and remote.it deletes inactive devices only. Stop its agent and run the command again`,
  );
  expect(destroy.errors.join()).toContain("The device was not deleted. remote.it answered that it refuses, without a reason.");
  expect(destroy.output).not.toMatch(/^\s+at /m);
  const { resources } = await stack.state();
  expect(resources["active"]).toMatchObject({ id: active.deviceId, outputs: { name: "pump-7" } });
  expect(resources["refused"]?.id).toBe(refused.deviceId);
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 2 } });

  await account.control.clearFaults();
  await account.control.agentState(active.deviceId, "offline");
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 2 } });
  for (const { deviceId } of [active, refused]) expect(await account.device(deviceId)).toBeUndefined();
});
