import type { DeviceArgs } from "pulumi-remoteit";
import type { Program } from "../support";
import { useAccount } from "../support/account";

const account = useAccount();

const devices =
  (args: Record<string, DeviceArgs>): Program =>
  ({ remoteit }) => {
    for (const [name, properties] of Object.entries(args)) new remoteit.Device(name, properties);
  };

test("another deviceId replaces a device, and the old one stays unless deleteOnDestroy is set; how a device came to be otherwise counts at creation only", async () => {
  const [left, next] = [await account.owned({ online: false }), await account.owned()];
  const [deleted, after] = [await account.owned({ online: false }), await account.owned()];
  const claimed = await Promise.all([1, 2, 3, 4].map(() => account.claimable()));
  const other = await account.claimable();
  const ofClaimed = (argsOf: DeviceArgs[]) =>
    Object.fromEntries(argsOf.map((args, index) => [`claimed-${index}`, { ...args, name: "pump-7" }]));
  const stack = await account.stack(
    devices({
      leaves: { deviceId: left },
      deletes: { deviceId: deleted, deleteOnDestroy: true },
      ...ofClaimed(claimed.map(({ claimCode }) => ({ claimCode }))),
    }),
  );
  await stack.up();

  stack.edit(
    devices({
      leaves: { deviceId: next },
      deletes: { deviceId: after, deleteOnDestroy: true },
      ...ofClaimed([
        { claimCode: other.claimCode },
        {},
        { hardwareId: "hw-x", registrationCode: "CODE-1" },
        { deviceId: claimed[3]?.deviceId ?? "" },
      ]),
    }),
  );
  expect(await stack.preview()).toMatchObject({ changes: { replace: 2, same: 4 } });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { replace: 2, same: 4 } });
  const { resources } = await stack.state();
  expect(resources["leaves"]?.id).toBe(next);
  expect(await account.device(left)).toBeDefined();
  expect(resources["deletes"]?.id).toBe(after);
  expect(await account.device(deleted)).toBeUndefined();
  expect(await account.device(after)).toBeDefined();
  for (const [index, { deviceId }] of claimed.entries())
    expect(resources[`claimed-${index}`]).toMatchObject({ id: deviceId, outputs: { origin: "claimed" } });
});

test("two resources of one program must not manage one device, whether the one that has it comes before or after", async () => {
  const id = await account.owned({ online: false });
  const args = { deviceId: id, deleteOnDestroy: true };
  const stack = await account.stack(({ remoteit }) => {
    const one = new remoteit.Device("one", args);
    new remoteit.Device("two", { deviceId: id.toLowerCase() }, { dependsOn: one });
  });
  const refused = async () => {
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors.join()).toContain("is already managed by another resource of this program. Declare each thing once");
    expect(Object.keys((await stack.state()).resources)).toContain("one");
  };
  await refused();
  stack.edit(({ remoteit }) => {
    const two = new remoteit.Device("two", { deviceId: id });
    new remoteit.Device("one", args, { dependsOn: two });
  });
  await refused();
  stack.edit(({ remoteit }) => new remoteit.Device("one", args));
  expect(await stack.up()).toMatchObject({ code: 0 });
  expect(Object.keys((await stack.state()).resources)).toEqual(["one"]);
  expect(await account.device(id)).toBeDefined();
});
