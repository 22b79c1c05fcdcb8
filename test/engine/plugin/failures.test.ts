import { describeWithLanguageHost, type Outcome } from "../support";
import { keysOf, useAccount } from "../support/account";
import { claimedDevice } from "../support/contents";
import { yamlStack, type Declared } from "./support/yaml-stack";

const account = useAccount();

const device = (properties: object, options: object = {}): { resources: Record<string, Declared> } => ({
  resources: { pump: { type: "remoteit:Device", properties: { ...properties }, options: { ...options } } },
});

/** The errors of the resources; that a run which had some has failed, the engine says too. */
const told = ({ errors }: Outcome) => errors.filter((message) => !/^(preview|update) failed$/.test(message));

describeWithLanguageHost(
  "a run that fails",
  () => {
    test("tells a wrong property by its name and its value, each once", async () => {
      const stack = await yamlStack(device({ claimCode: "x", waitSeconds: 1e6, tags: ["a", "b c"] }), {
        config: account.config(),
      });
      const { errors } = await stack.preview();
      const named = "remoteit:index:Device resource 'pump': property";
      expect(errors).toEqual([
        expect.stringContaining(`${named} tags value {[{a} {b c}]} has a problem: tags[1]: must be 1 to 100 characters`),
        expect.stringContaining(`${named} waitSeconds value {1e+06} has a problem: must be a whole number from 0 to 86400`),
      ]);
    });

    test("tells in the preview that a device has no origin, and not once it exists without inputs", async () => {
      const stack = await yamlStack(device({ name: "pump" }), { config: account.config() });
      expect(told(await stack.preview())).toEqual([expect.stringContaining("deviceId: an origin is missing")]);
      const { claimCode } = await account.claimable();
      stack.edit(device({ claimCode }));
      expect(told(await stack.up())).toEqual([]);
      for (const properties of [{}, {}, { name: "pump" }]) {
        stack.edit(device(properties));
        expect(told(await stack.up())).toEqual([]);
      }
    });

    test("tells the error of remote.it beside the resource, without a stack", async () => {
      const stack = await yamlStack(device({ deviceId: "80:00:00:00:00:99:99:99" }), { config: account.config() });
      const up = await stack.up();
      expect(told(up)).toEqual([
        expect.stringContaining("has no device 80:00:00:00:00:99:99:99. Write the id of a device of this account"),
      ]);
      expect(up.output).not.toMatch(/\.js:\d+|at async/);
    });

    test("keeps a device of which not everything could be set, however large, and sets the rest in the next run", async () => {
      const { claimCode, deviceId } = await account.claimable();
      const attributes = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, "x".repeat(400)]));
      await account.control.faults([{ match: { operation: "graphql:rename" }, kind: "false" }]);
      const stack = await yamlStack(device({ claimCode, name: "pump", attributes }), { config: account.config() });
      const up = await stack.up();
      expect(up.output).toContain("name: Rename the device");
      const { pump } = (await stack.state()).resources;
      expect(pump).toMatchObject({ id: deviceId, outputs: { attributes, name: "fresh" } }); // as it was read, not as it was asked

      await account.control.clearFaults();
      expect((await stack.up()).changes).toEqual({ update: 1 });
      expect(await account.device(deviceId)).toMatchObject({ name: "pump" });
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("tells once what is missing where there is no key", async () => {
      const { sandbox } = account;
      const stack = await yamlStack(device({ claimCode: "x" }), { config: { "remoteit:endpoint": sandbox.endpoint } });
      const { errors } = await stack.preview();
      expect(errors).toEqual([expect.stringContaining("There is no access key in the stack configuration, the environment or")]);
    });

    test("stops under another account's key: nothing looks deleted", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const stack = await yamlStack(device({ deviceId, name: "pump" }), { config: account.config() });
      await stack.up();
      const other = await account.control.account("other@example.com");
      await stack.configure(keysOf(other));
      stack.edit(device({ deviceId, name: "pump-8" }));
      expect(told(await stack.up())).toEqual([expect.stringContaining("It belongs to account")]);
      expect(told(await stack.refresh("--run-program"))).toContainEqual(expect.stringContaining("It belongs to account"));
      expect(Object.keys((await stack.state()).resources)).toEqual(["pump"]);
    });

    test("gives up at the end of customTimeouts", async () => {
      const awaited = device({ hardwareId: "never", waitSeconds: 3600 }, { customTimeouts: { create: "1s" } });
      const stack = await yamlStack(awaited, { config: account.config() });
      expect(told(await stack.up())).toEqual([expect.stringContaining("No device with hardware id never has registered")]);
    });

    test("ends at once on Ctrl-C, and the next run goes on", async () => {
      const stack = await yamlStack(device({ hardwareId: "hw-late", waitSeconds: 3600 }), { config: account.config() });
      const running = stack.up();
      await account.asked("graphql:listDevices");
      stack.interrupt();
      const up = await running;
      expect(up.code).not.toBe(0);
      expect(up.output).toContain("Device new: no device with hardware id hw-late has registered yet. Waiting up to");
      expect(up.output).toContain("The run was cancelled");
      await account.owned({ hardwareId: "hw-late" });
      expect((await stack.up()).changes).toEqual({ create: 1 });
    });
  },
  "yaml",
);
