import type { DeviceArgs } from "pulumi-remoteit";
import { cliStack, describeWithLanguageHost } from "../support";
import { pendingDeletes, useAccount } from "../support/account";

const account = useAccount();

/** Two ways to a device that find the same one again, and whose resource would delete it. */
const origins: [string, (id: string) => DeviceArgs][] = [
  ["adopted", (id) => ({ deviceId: id, deleteOnDestroy: true })],
  ["awaited", () => ({ hardwareId: "hw-gate" })],
];

test.each(origins)(
  "a replacement of an offline device that was %s and broke off before its delete is finished by the next up, and the device stays",
  async (_origin, argsOf) => {
    const id = await account.owned({ online: false, hardwareId: "hw-gate" });
    const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", argsOf(id)));
    await stack.up();
    stack.edit(({ remoteit }) => {
      const pump = new remoteit.Device("pump", argsOf(id));
      new remoteit.Device("fails", { deviceId: "80:00:00:00:00:00:99:99" }, { dependsOn: pump });
    });
    expect((await stack.up("--replace", "**Device::pump")).code).not.toBe(0);
    expect(pendingDeletes(await stack.state())).toEqual(["pump"]);

    stack.edit(({ remoteit }) => new remoteit.Device("pump", argsOf(id)));
    const up = await stack.up();
    expect(up).toMatchObject({ code: 0, changes: { same: 1 } });
    expect(up.output).toContain("stays in the account: another resource of this program manages it.");
    expect(pendingDeletes(await stack.state())).toEqual([]);
    expect((await stack.state()).resources["pump"]?.id).toBe(id);
    expect(await account.device(id)).toBeDefined();
  },
);

test("a rename without aliases that broke off before its delete is finished by the next up, and the device stays", async () => {
  const id = await account.owned({ online: false });
  const args = { deviceId: id, deleteOnDestroy: true };
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("pump", args));
  await stack.up();
  stack.edit(({ remoteit }) => {
    const pump = new remoteit.Device("pump-north", args);
    new remoteit.Device("fails", { deviceId: "80:00:00:00:00:00:99:99" }, { dependsOn: pump });
  });
  expect((await stack.up()).code).not.toBe(0);
  expect(Object.keys((await stack.state()).resources)).toEqual(expect.arrayContaining(["pump", "pump-north"]));
  stack.edit(({ remoteit }) => new remoteit.Device("pump-north", args));
  expect(await stack.up()).toMatchObject({ code: 0 });
  expect(Object.keys((await stack.state()).resources)).toEqual(["pump-north"]);
  expect(await account.device(id)).toBeDefined();
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
