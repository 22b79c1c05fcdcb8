import type { DeviceArgs } from "pulumi-remoteit";
import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount();

const deleteDevice = "mutation($id: String!) { deleteDevice(deviceId: $id) }";

const devices =
  (args: Record<string, DeviceArgs>): Program =>
  ({ remoteit }) => {
    for (const [name, properties] of Object.entries(args)) new remoteit.Device(name, properties);
  };

test("devices that somebody deleted drop out of state at refresh, which an update before it asks for; a fresh claim code brings one back, an id cannot", async () => {
  const { deviceId: claimed, claimCode } = await account.claimable({ online: false });
  const [adopted, edited] = [await account.owned({ online: false }), await account.owned({ online: false })];
  const declared = { claimed: { claimCode }, adopted: { deviceId: adopted }, edited: { deviceId: edited } };
  const stack = await account.stack(devices(declared));
  await stack.up();
  for (const id of [claimed, adopted, edited]) await account.byHand(deleteDevice, { id });

  stack.edit(devices({ ...declared, edited: { deviceId: edited, name: "pump-7" } }));
  const before = await stack.up();
  expect(before.code).not.toBe(0);
  expect(before.errors.join()).toContain("It is no longer in the account. Run `pulumi refresh`");
  expect((await stack.state()).resources["edited"]?.id).toBe(edited);

  expect(await stack.refresh()).toMatchObject({ code: 0 });
  expect((await stack.state()).resources).toEqual({});

  const again = await account.claimable();
  stack.edit(devices({ claimed: { claimCode: again.claimCode } }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  expect((await stack.state()).resources["claimed"]?.id).toBe(again.deviceId);

  stack.edit(devices({ claimed: { claimCode: again.claimCode }, adopted: { deviceId: adopted } }));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain(`has no device ${adopted}`);
});
