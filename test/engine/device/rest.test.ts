import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount({ without: ["renameService", "deleteDevice"] });

test("where GraphQL offers no mutation for it, a device is renamed and deleted through REST once there is a developer key, which would not look whether it is active", async () => {
  const [begun, active, idle] = [
    await account.claimable(),
    await account.claimable({ online: true }),
    await account.claimable({ online: false }),
  ];
  const begin: Program = ({ remoteit }) =>
    new remoteit.Device("begun", { claimCode: begun.claimCode, name: "pump-7", tags: ["a"] });
  const stack = await account.stack(begin);
  const failed = await stack.up();
  expect(failed.code).not.toBe(0);
  expect(failed.output).toContain("remoteit:developerKey");
  // It stays in state, and the next up finishes it.
  expect(await account.device(begun.deviceId)).toMatchObject({ name: "fresh", tags: [{ name: "a" }] });

  await stack.configure({ "remoteit:developerKey": { secret: account.sandbox.developerKey } });
  stack.edit((modules) => {
    begin(modules);
    new modules.remoteit.Device("active", { claimCode: active.claimCode });
    new modules.remoteit.Device("idle", { claimCode: idle.claimCode, name: "pump-8" });
  });
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1, create: 2 } });
  expect(await account.device(begun.deviceId)).toMatchObject({ name: "pump-7" });
  expect(await account.device(idle.deviceId)).toMatchObject({ name: "pump-8" });

  expect(await stack.destroy("--target", "**Device::idle")).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(idle.deviceId)).toBeUndefined();
  expect((await stack.destroy("--target", "**Device::active")).code).not.toBe(0);
  expect(await account.device(active.deviceId)).toBeDefined();
  const { byOperation } = await account.control.requests();
  expect(byOperation).toMatchObject({ "rest:device/name": 2, "rest:developer/device/delete/registered": 1 });
  expect(Object.keys(byOperation)).not.toContain("graphql:rename");
});
