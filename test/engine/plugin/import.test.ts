import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { start } from "../../cli/support";
import { describeWithLanguageHost, environment } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import { yamlStack, type Declared, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

/** What is there already, and how its import is called. */
const found: Record<string, () => Promise<{ type: Declared["type"]; id: string; inputs: object }>> = {
  "a device": async () => {
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
  "a service": async () => {
    const { deviceId } = await claimedDevice(account.control, { services: [{ name: "ssh", application: 28, port: 2222 }] });
    const id = (await contents(account.control)).devices[0]?.services[0]?.id ?? "";
    return { type: "remoteit:Service", id, inputs: { deviceId, name: "ssh", application: "SSH", port: 2222, enabled: true } };
  },
  "the webhook": async () => {
    const url = "https://example.com/x";
    await account.byHand(`mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${url}") }`);
    return { type: "remoteit:Webhook", id: account.sandbox.accountId, inputs: { url, enabled: true } };
  },
};

describeWithLanguageHost(
  "pulumi import by the id alone",
  () => {
    test.each(Object.entries(found))("of %s gives a program that changes nothing", async (_what, make) => {
      const { type, id, inputs } = await make();
      const stack = await yamlStack({ resources: {} }, { config: account.config() });
      const token = type.replace(":", ":index:");
      const imported = await stack.run("import", token, "it", id, "--yes", "--protect=false", "--out", "made.yaml");
      expect(imported).toMatchObject({ code: 0 });
      expect(`${imported.stdout}${imported.stderr}`).not.toContain("warning");
      const { it } = (await stack.state()).resources;
      expect(it?.inputs).toMatchObject(inputs);

      stack.edit(parse(readFileSync(join(stack.folder, "made.yaml"), "utf8")) as YamlProgram);
      expect((await stack.preview("--expect-no-changes")).output).toContain("2 unchanged");
      expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("of what is not there fails", async () => {
      const stack = await yamlStack({ resources: {} }, { config: account.config() });
      const imported = await stack.run("import", "remoteit:index:Device", "it", "80:00:00:00:00:99:99:99", "--yes");
      expect(imported.code).not.toBe(0);
      expect(`${imported.stdout}${imported.stderr}`).toContain("resource '80:00:00:00:00:99:99:99' does not exist");
    });

    test("as an option of a declaration that says less manages what it says", async () => {
      const { deviceId } = await claimedDevice(account.control, { name: "pump-7" });
      const program = (options: object) => ({
        resources: { it: { type: "remoteit:Device" as const, properties: { name: "pump-8" }, options: { ...options } } },
      });
      const stack = await yamlStack(program({ import: deviceId }), { config: account.config() });
      const up = await stack.up();
      expect(up.errors).toEqual([]);
      stack.edit(program({}));
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
      expect(await account.device(deviceId)).toMatchObject({ name: "pump-8" });
      const { it } = (await stack.state()).resources;
      expect(it).toMatchObject({ id: deviceId, inputs: { name: "pump-8" } });
      expect(it?.outputs).not.toHaveProperty("tags");
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
