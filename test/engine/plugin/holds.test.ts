import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { yamlStack, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

const service = (deviceId: string, logical = "ssh"): YamlProgram => ({
  resources: { [logical]: { type: "remoteit:Service", properties: { deviceId, name: "ssh", application: "SSH" } } },
});

const device = (properties: object, logical = "pump"): YamlProgram => ({
  resources: { [logical]: { type: "remoteit:Device", properties: { ...properties } } },
});

describeWithLanguageHost(
  "one thing under two resources",
  () => {
    test("a service with a new logical name is taken over and stays", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const stack = await yamlStack(service(deviceId), { config: account.config() });
      await stack.up();
      const [before] = await liveServices(account.control);
      stack.edit(service(deviceId, "shell"));
      const up = await stack.up();
      expect(up.changes).toEqual({ create: 1, delete: 1 });
      expect(up.output).toContain(`it exists already, as ${before?.id ?? ""}, and is adopted.`);
      expect(await liveServices(account.control)).toEqual([before]);
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("a device that is replaced by itself stays", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const stack = await yamlStack(device({ deviceId, deleteOnDestroy: true }), { config: account.config() });
      await stack.up();
      const { pump } = (await stack.state()).resources;
      const up = await stack.up("--replace", pump?.urn ?? "");
      expect(up.errors).toEqual([]);
      expect(up.changes).toMatchObject({ replace: 1 });
      expect(await account.device(deviceId)).toBeDefined();
    });

    test("a claim code that is used up replaces nothing", async () => {
      const { claimCode, deviceId } = await account.claimable({ online: false });
      const stack = await yamlStack(device({ claimCode }), { config: account.config() });
      await stack.up();
      const { pump } = (await stack.state()).resources;
      expect((await stack.up("--replace", pump?.urn ?? "")).errors).not.toEqual([]);
      expect(await account.device(deviceId)).toBeDefined();
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("two declarations of one device are refused", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const { resources: one } = device({ deviceId });
      const { resources: other } = device({ deviceId }, "valve");
      const stack = await yamlStack({ resources: { ...one, ...other } }, { config: account.config() });
      expect((await stack.up()).output).toContain(`${deviceId} is already managed by another resource of this program`);
    });
  },
  "yaml",
);
