import { useAccount } from "../support/account";

const account = useAccount();

test("a device of the account is adopted by its id, and what the program leaves out stays as it is", async () => {
  const id = await account.owned({ name: "found", hardwareId: "hw-adopt" });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id, tags: ["site-a"] }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  expect(await account.device(id)).toMatchObject({ name: "found", tags: [{ name: "site-a" }] });
  const { pump } = (await stack.state()).resources;
  expect(pump).toMatchObject({
    id,
    outputs: { origin: "adopted", accountId: account.sandbox.accountId, hardwareId: "hw-adopt" },
  });
  expect(pump?.outputs).not.toHaveProperty("name");
});

test("an id in lower case adopts the same device, and writing it in the other case changes nothing", async () => {
  for (let count = 1; count < 10; count += 1) await account.claimable();
  const id = await account.owned();
  expect(id).toMatch(/[A-F]/);
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id.toLowerCase() }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  stack.edit(({ remoteit }) => new remoteit.Device("pump", { deviceId: id }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 1 } });
});

test("a device that is not in the account cannot be adopted, and the error says what to do", async () => {
  const id = "80:00:00:00:00:00:99:99";
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { deviceId: id }));
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain(`Account ${account.sandbox.accountId} has no device ${id}. Write the id of a device`);
  expect((await stack.state()).resources).toEqual({});
});

test("a claim code makes the device the account's, with the name and the tags that the program gives", async () => {
  const { deviceId, claimCode } = await account.claimable();
  const stack = await account.stack(
    ({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "pump-7", tags: ["site-a", "site-b"] }),
  );
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  expect(await account.device(deviceId)).toMatchObject({ name: "pump-7", tags: [{ name: "site-a" }, { name: "site-b" }] });
  expect((await stack.state()).resources["pump"]).toMatchObject({ id: deviceId, outputs: { origin: "claimed", name: "pump-7" } });
  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 1 } });
});

test("a claim code may stand beside the device's hardware id", async () => {
  const { deviceId, claimCode } = await account.claimable({ hardwareId: "hw-both" });
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, hardwareId: "hw-both" }));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
  expect((await stack.state()).resources["pump"]).toMatchObject({ id: deviceId, outputs: { origin: "claimed" } });
});

test("a claim code that another stack has used gives one clear error with the remedy, and nothing half done", async () => {
  const { deviceId, claimCode } = await account.claimable({ name: "shown" });
  const first = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "mine" }));
  expect(await first.up()).toMatchObject({ code: 0 });
  const second = await account.stack(({ remoteit }) => new remoteit.Device("pump", { claimCode, name: "theirs" }));
  const up = await second.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toMatch(/Create the device, "theirs" \(new\): .*claim code.* Claim codes work once/);
  expect(up.errors.join()).toContain("deviceId");
  expect(up.output).not.toContain(claimCode);
  expect((await second.state()).resources).toEqual({});
  expect(await account.device(deviceId)).toMatchObject({ name: "mine" });
});
