import { useAccount } from "../support/account";

const account = useAccount({ without: ["renameService", "deleteDevice"] });

const withDeveloperKey = () => ({ config: { "remoteit:developerKey": { secret: account.sandbox.developerKey } } });

test("where GraphQL offers no mutation for it, a device is renamed and deleted through REST", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: false });
  const stack = await account.stack(
    ({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump-7" }),
    withDeveloperKey(),
  );
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  expect(await account.device(deviceId)).toMatchObject({ name: "pump-7" });
  expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 1 } });
  expect(await account.device(deviceId)).toBeUndefined();
  const { byOperation } = await account.control.requests();
  expect(byOperation).toMatchObject({ "rest:device/name": 1, "rest:developer/device/delete/registered": 1 });
  expect(Object.keys(byOperation)).not.toContain("graphql:rename");
});

test("an active device is not deleted through REST either, which would not look", async () => {
  const { deviceId, claimCode } = await account.claimable({ online: true });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode }), withDeveloperKey());
  await stack.up();
  const destroy = await stack.destroy();
  expect(destroy.code).not.toBe(0);
  expect(await account.device(deviceId)).toBeDefined();
});

test("without a developer key, what REST alone can do says so, the device stays in state and the next up finishes it", async () => {
  const { deviceId, claimCode } = await account.claimable();
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump-7", tags: ["a"] }));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.output).toContain("remoteit:developerKey");
  expect(await account.device(deviceId)).toMatchObject({ name: "fresh", tags: [{ name: "a" }] });
  await stack.configure(withDeveloperKey().config);
  expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
  expect(await account.device(deviceId)).toMatchObject({ name: "pump-7" });
});
