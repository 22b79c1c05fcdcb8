import { describeWithLanguageHost, type Outcome } from "../support";
import { keysOf, useAccount } from "../support/account";
import { yamlStack, type Declared, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

const device = (properties: object, options: object = {}): Declared => ({
  type: "remoteit:Device",
  properties: { ...properties },
  options: { ...options },
});

const one = (properties: object): YamlProgram => ({ resources: { pump: device(properties) } });

/** The errors of the resources; that a run which had some has failed, the engine and its host of YAML say too. */
const told = ({ errors }: Outcome) =>
  errors.filter((message) => !/^(preview|update) failed$|^an unhandled error occurred: waiting for RPCs/.test(message));

describeWithLanguageHost(
  "a run that fails",
  () => {
    test("tells a wrong property by its name and its value, each once", async () => {
      const stack = await yamlStack(one({ claimCode: "x", waitSeconds: 1e6, tags: ["a", "b c"] }), {
        config: account.config(),
      });
      const { errors } = await stack.preview();
      const named = "remoteit:index:Device resource 'pump': property";
      expect(errors).toEqual([
        expect.stringContaining(`${named} tags value {[{a} {b c}]} has a problem: tags[1]: must be 1 to 100 characters`),
        expect.stringContaining(`${named} waitSeconds value {1e+06} has a problem: must be a whole number from 0 to 86400`),
      ]);
    });

    test("tells the error of each device beside it, without a stack; one of which not everything could be set, however large, is kept", async () => {
      const { claimCode, deviceId } = await account.claimable();
      const attributes = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`key${index}`, "x".repeat(400)]));
      const pump = device({ claimCode, name: "pump", attributes });
      const stack = await yamlStack(
        {
          resources: {
            unknown: device({ deviceId: "80:00:00:00:00:99:99:99" }),
            awaited: device({ hardwareId: "never", waitSeconds: 3600 }, { customTimeouts: { create: "1s" } }),
            pump,
          },
        },
        { config: account.config() },
      );
      await account.control.faults([{ match: { operation: "graphql:rename" }, kind: "false" }]);
      const up = await stack.up("--continue-on-error");
      expect(told(up)).toEqual(
        expect.arrayContaining([
          expect.stringContaining("has no device 80:00:00:00:00:99:99:99. Write the id of a device of this account"),
          expect.stringContaining("No device with hardware id never has registered within 1 s"),
          expect.stringContaining("name: Renaming device"),
        ]),
      );
      expect(told(up)).toHaveLength(3);
      expect(up.output).not.toMatch(/\.js:\d+|at async/);
      const { resources } = await stack.state();
      expect(Object.keys(resources)).toEqual(["pump"]);
      expect(resources["pump"]).toMatchObject({ id: deviceId, outputs: { attributes, name: "fresh" } }); // as it was read, not as it was asked

      await account.control.clearFaults();
      stack.edit({ resources: { pump } });
      expect((await stack.up()).changes).toEqual({ update: 1 });
      expect(await account.device(deviceId)).toMatchObject({ name: "pump" });
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("tells once what is missing where there is no key", async () => {
      const { sandbox } = account;
      const stack = await yamlStack(one({ claimCode: "x" }), { config: { "remoteit:endpoint": sandbox.endpoint } });
      const { errors } = await stack.preview();
      expect(errors).toEqual([expect.stringContaining("There is no access key in the stack configuration, the environment or")]);
    });

    test("does not miss the origin of a device that exists, and stops under another account's key: nothing looks deleted", async () => {
      const [pump, valve] = [await account.claimable(), await account.claimable()];
      const program = (ofPump: object, ofValve: object): YamlProgram => ({
        resources: { pump: device(ofPump), valve: device(ofValve) },
      });
      const stack = await yamlStack(program({ claimCode: pump.claimCode }, { claimCode: valve.claimCode }), {
        config: account.config(),
      });
      expect(told(await stack.up())).toEqual([]);
      for (const properties of [{}, { name: "pump" }]) {
        stack.edit(program(properties, {}));
        expect(told(await stack.up())).toEqual([]);
      }

      await stack.configure(keysOf(await account.control.account("other@example.com")));
      stack.edit(program({ name: "pump-8" }, {}));
      expect(told(await stack.up())).toEqual([expect.stringContaining("It belongs to account")]);
      expect(told(await stack.refresh("--run-program"))).toContainEqual(expect.stringContaining("It belongs to account"));
      expect(Object.keys((await stack.state()).resources).sort()).toEqual(["pump", "valve"]);
    });

    test("ends at once on Ctrl-C, and the next run goes on", async () => {
      const stack = await yamlStack(one({ hardwareId: "hw-late", waitSeconds: 3600 }), { config: account.config() });
      const running = stack.up();
      await account.asked("graphql:listDevices");
      stack.interrupt();
      const up = await running;
      expect(up.code).not.toBe(0);
      expect(up.output).toContain(
        "Device with hardware id hw-late: no device with hardware id hw-late has registered yet. Waiting up to",
      );
      expect(up.output).toContain("The run was cancelled");
      await account.owned({ hardwareId: "hw-late" });
      expect((await stack.up()).changes).toEqual({ create: 1 });
    });
  },
  "yaml",
);
