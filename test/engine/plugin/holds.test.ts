import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { yamlStack, type Declared, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

const service = (deviceId: string): Declared => ({
  type: "remoteit:Service",
  properties: { deviceId, name: "ssh", application: "SSH" },
});

const device = (properties: object): Declared => ({ type: "remoteit:Device", properties: { ...properties } });

describeWithLanguageHost(
  "one thing under two resources",
  () => {
    test("stays: a service with a new logical name, a device that is replaced by itself, and one whose code is used up", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const itself = await account.owned({ online: false });
      const { claimCode, deviceId: claimed } = await account.claimable({ online: false });
      const program = (logical: string): YamlProgram => ({
        resources: {
          [logical]: service(deviceId),
          itself: device({ deviceId: itself, deleteOnDestroy: true }),
          claimed: device({ claimCode }),
        },
      });
      const stack = await yamlStack(program("ssh"), { config: account.config() });
      await stack.up();
      const { resources } = await stack.state();
      const urnOf = (name: string) => resources[name]?.urn ?? "";
      const [before] = await liveServices(account.control);

      stack.edit(program("shell"));
      const up = await stack.up("--replace", urnOf("itself"));
      expect(up.errors).toEqual([]);
      expect(up.changes).toMatchObject({ create: 1, delete: 1, replace: 1 });
      expect(up.output).toContain(`it exists already, as ${before?.id ?? ""}, and is adopted.`);
      expect(await liveServices(account.control)).toEqual([before]);
      expect(await account.device(itself)).toBeDefined();

      expect((await stack.up("--replace", urnOf("claimed"))).errors).not.toEqual([]);
      expect(await account.device(claimed)).toBeDefined();
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });
  },
  "yaml",
);
