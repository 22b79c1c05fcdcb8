import type { DeviceArgs } from "pulumi-remoteit";
import { cliStack, describeWithLanguageHost, type Program } from "../support";
import { pendingDeletes, useAccount } from "../support/account";

const account = useAccount();

test("replacements and a rename of offline devices that broke off before their deletes are finished by the next up, and the devices stay", async () => {
  const [adopted, awaited, moved] = [
    await account.owned({ online: false }),
    await account.owned({ online: false, hardwareId: "hw-gate" }),
    await account.owned({ online: false }),
  ];
  /** Two ways to a device that find the same one again, and whose resource would delete it; a third is to be renamed, without alias. */
  const program =
    (name: string, withFailure: boolean): Program =>
    ({ remoteit }) => {
      const dependsOn = [
        new remoteit.Device("adopted", { deviceId: adopted, deleteOnDestroy: true }),
        new remoteit.Device("awaited", { hardwareId: "hw-gate" }),
        new remoteit.Device(name, { deviceId: moved, deleteOnDestroy: true }),
      ];
      if (withFailure) new remoteit.Device("fails", { deviceId: "80:00:00:00:00:00:99:99" }, { dependsOn });
    };
  const stack = await account.stack(program("pump", false));
  await stack.up();
  stack.edit(program("pump-north", true));
  const replace = ["--replace", "**Device::adopted", "--replace", "**Device::awaited"];
  expect((await stack.up(...replace)).code).not.toBe(0);
  const broken = await stack.state();
  expect(pendingDeletes(broken).sort()).toEqual(["adopted", "awaited"]);
  expect(Object.keys(broken.resources)).toEqual(expect.arrayContaining(["pump", "pump-north"]));

  stack.edit(program("pump-north", false));
  const up = await stack.up();
  expect(up).toMatchObject({ code: 0, changes: { same: 3 } });
  for (const id of [adopted, awaited])
    expect(up.output).toMatch(new RegExp(`${id}.*stays in the account: another resource of this program manages it\\.`));
  const state = await stack.state();
  expect(pendingDeletes(state)).toEqual([]);
  expect(Object.fromEntries(Object.entries(state.resources).map(([name, { id }]) => [name, id]))).toEqual({
    adopted,
    awaited,
    "pump-north": moved,
  });
  for (const id of [adopted, awaited, moved]) expect(await account.device(id)).toBeDefined();
});

describeWithLanguageHost("with --continue-on-error", () => {
  // A program that outlives the failure, as those of other languages do: Node's would end there, and nothing be deleted.
  const programOf = (name: string, args: DeviceArgs) =>
    `process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => undefined);
     const { Device } = require("pulumi-remoteit"); new Device(${JSON.stringify(name)}, ${JSON.stringify(args)});`;

  test("a rename without aliases of an offline device that was claimed fails, and the device stays", async () => {
    const { deviceId, claimCode } = await account.claimable({ online: false });
    const stack = await cliStack({ program: programOf("pump", { claimCode }), config: account.config() });
    expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
    stack.edit(programOf("pump-north", { claimCode }));
    const up = await stack.up("--continue-on-error");
    expect(up.code).not.toBe(0);
    expect(up.errors.join()).toContain("A Device of this program could not be created in this run, and it may be this one");
    expect((await stack.state()).resources["pump"]?.id).toBe(deviceId);
    expect(await account.device(deviceId)).toBeDefined();

    stack.edit(programOf("pump-north", { deviceId }));
    expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1, delete: 1 } });
    expect(Object.keys((await stack.state()).resources)).toEqual(["pump-north"]);
    expect(await account.device(deviceId)).toBeDefined();
  });
});
