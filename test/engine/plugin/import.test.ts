import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { start } from "../../cli/support";
import { describeWithLanguageHost, environment, writeFiles } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { yamlStack, type Declared, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

/** What is there already, and how its import is called. */
const found: Record<string, () => Promise<{ type: Declared["type"]; id: string; inputs: object }>> = {
  device: async () => {
    const { deviceId } = await claimedDevice(account.control, { name: "pump-7" });
    await account.byHand(`mutation($id: String!) { addTag(serviceId: [$id], name: ["b", "a"]) }`, { id: deviceId });
    await account.byHand(`mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: "north" }) }`, {
      id: deviceId,
    });
    return {
      type: "remoteit:Device",
      id: deviceId,
      inputs: { deviceId, name: "pump-7", attributes: { site: "north" }, tags: expect.arrayContaining(["a", "b"]) as string[] },
    };
  },
  service: async () => {
    const services = [{ name: "ssh", application: 28, port: 2222 }];
    const { deviceId } = await claimedDevice(account.control, { hardwareId: "hw-2", services });
    const id = (await liveServices(account.control))[0]?.id ?? "";
    return { type: "remoteit:Service", id, inputs: { deviceId, name: "ssh", application: "SSH", port: 2222, enabled: true } };
  },
  webhook: async () => {
    const url = "https://example.com/x";
    await account.byHand(`mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${url}") }`);
    return { type: "remoteit:Webhook", id: account.sandbox.accountId, inputs: { url, enabled: true } };
  },
};

describeWithLanguageHost(
  "pulumi import by the id alone",
  () => {
    test("of each kind gives a program that changes nothing; as an option of a declaration that says less it manages what that says", async () => {
      const things = Object.fromEntries(
        await Promise.all(Object.entries(found).map(async ([name, make]) => [name, await make()] as const)),
      );
      const stack = await yamlStack({ resources: {} }, { config: account.config() });
      const resources = Object.entries(things).map(([name, { type, id }]) => ({ type: type.replace(":", ":index:"), name, id }));
      writeFiles(stack.folder, { "import.json": JSON.stringify({ resources }) });
      const imported = await stack.run("import", "--file", "import.json", "--yes", "--protect=false", "--out", "made.yaml");
      expect(imported).toMatchObject({ code: 0 });
      expect(`${imported.stdout}${imported.stderr}`).not.toContain("warning");
      const state = (await stack.state()).resources;
      for (const [name, { inputs }] of Object.entries(things)) expect(state[name]?.inputs).toMatchObject(inputs);

      const deviceId = await account.owned({ name: "pump-7" });
      const made = parse(readFileSync(join(stack.folder, "made.yaml"), "utf8")) as YamlProgram;
      const program = (options: object): YamlProgram => ({
        resources: {
          ...made.resources,
          less: { type: "remoteit:Device", properties: { name: "pump-8" }, options: { ...options } },
        },
      });
      stack.edit(program({ import: deviceId }));
      const up = await stack.up();
      expect(up.errors).toEqual([]);
      for (const name of Object.keys(things))
        expect(up.steps.filter((step) => step.name === name)).toMatchObject([{ op: "same" }]);
      expect(await account.device(deviceId)).toMatchObject({ name: "pump-8" });
      const { less } = (await stack.state()).resources;
      expect(less).toMatchObject({ id: deviceId, inputs: { name: "pump-8" } });
      expect(less?.outputs).not.toHaveProperty("tags");

      stack.edit(program({}));
      expect((await stack.preview("--expect-no-changes")).output).toContain("5 unchanged");
      expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("of what is not there fails", async () => {
      const stack = await yamlStack({ resources: {} }, { config: account.config() });
      const imported = await stack.run("import", "remoteit:index:Device", "it", "80:00:00:00:00:99:99:99", "--yes");
      expect(imported.code).not.toBe(0);
      expect(`${imported.stdout}${imported.stderr}`).toContain("resource '80:00:00:00:00:99:99:99' does not exist");
    });

    test("of all that drift found unmanaged, 200 devices with a service each, ends in a clean preview, with few requests", async () => {
      await account.control.reset({ devices: 200, services: 1 });
      const stack = await yamlStack({ resources: {} }, { config: account.config() });
      const drift = (...args: string[]) =>
        start(["drift", "--stack", "dev", ...args], { cwd: stack.folder, env: environment(stack.folder) }).ended;
      expect(await drift("--import-file", "found.json")).toMatchObject({ code: 0, stderr: "" });
      const before = (await account.control.requests()).total;
      const found = readFileSync(join(stack.folder, "found.json"), "utf8");
      expect(await stack.importFile(JSON.parse(found) as object)).toMatchObject({ code: 0 });
      expect((await account.control.requests()).total - before).toBeLessThanOrEqual(4);
      const state = Object.entries((await stack.state()).resources);
      expect(state).toHaveLength(400);
      const program = state.map(([name, { type, inputs }]) => [name, { type: type.replace(":index:", ":"), properties: inputs }]);
      stack.edit({ resources: Object.fromEntries(program) as Record<string, Declared> });
      expect((await stack.preview("--expect-no-changes")).output).toContain("401 unchanged");
      expect((await drift()).stdout).toContain("No drift: 400 resources as declared");
    });
  },
  "yaml",
);
