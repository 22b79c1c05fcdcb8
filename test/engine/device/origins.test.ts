import type { Program } from "../support";
import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount();

test("a device is adopted by its id in either case, or claimed by its code, also beside its hardware id; what the program leaves out stays as it is; another stack can neither use the code again nor adopt what is not there", async () => {
  for (let count = 1; count < 10; count += 1) await account.claimable();
  const lower = await account.owned();
  expect(lower).toMatch(/[A-F]/);
  const adopted = await account.owned({ name: "found", hardwareId: "hw-adopt" });
  const claimed = await account.claimable();
  const both = await account.claimable({ hardwareId: "hw-both" });
  const program =
    (deviceId: string): Program =>
    ({ remoteit }) => {
      new remoteit.Device("adopted", { deviceId: adopted, tags: ["site-a"] });
      new remoteit.Device("lower", { deviceId });
      new remoteit.Device("claimed", { claimCode: claimed.claimCode, name: "pump-7", tags: ["site-a", "site-b"] });
      new remoteit.Device("both", { claimCode: both.claimCode, hardwareId: "hw-both" });
    };
  const stack = await account.stack(program(lower.toLowerCase()));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 4 } });
  expect(await account.device(adopted)).toMatchObject({ name: "found", tags: [{ name: "site-a" }] });
  expect(await account.device(claimed.deviceId)).toMatchObject({
    name: "pump-7",
    tags: [{ name: "site-a" }, { name: "site-b" }],
  });
  const { resources } = await stack.state();
  expect(resources["adopted"]).toMatchObject({
    id: adopted,
    outputs: { origin: "adopted", accountId: account.sandbox.accountId, hardwareId: "hw-adopt" },
  });
  expect(resources["adopted"]?.outputs).not.toHaveProperty("name");
  expect(resources["lower"]?.id).toBe(lower);
  expect(resources["claimed"]).toMatchObject({ id: claimed.deviceId, outputs: { origin: "claimed", name: "pump-7" } });
  expect(resources["both"]).toMatchObject({ id: both.deviceId, outputs: { origin: "claimed" } });

  expect(await stack.preview()).toMatchObject({ code: 0, changes: { same: 4 } });
  stack.edit(program(lower));
  expect(await stack.up()).toMatchObject({ code: 0, changes: { same: 4 } });

  const absent = "80:00:00:00:00:00:99:99";
  const second = await account.stack(({ remoteit }) => {
    new remoteit.Device("absent", { deviceId: absent });
    new remoteit.Device("used", { claimCode: claimed.claimCode, name: "theirs" });
  });
  await account.slow(2);
  const failed = await second.up();
  expect(failed.code).not.toBe(0);
  const errors = failed.errors.filter((error) => error !== "update failed");
  expect(errors).toHaveLength(2);
  expect(errors.join("\n")).toContain(`Account ${account.sandbox.accountId} has no device ${absent}. Write the id of a device`);
  const used = errors.find((error) => error.includes("claim code"));
  expect(used).toMatch(/Creating device "theirs" failed: .*claim code.* Claim codes work once/);
  expect(used).toContain("deviceId");
  expect(failed.output).not.toContain(claimed.claimCode);
  // Nothing is half done.
  expect((await second.state()).resources).toEqual({});
  expect(await account.device(claimed.deviceId)).toMatchObject({ name: "pump-7" });
});
