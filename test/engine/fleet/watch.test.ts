import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "../../cli/support";
import { controlled } from "../../cli/watch/support";
import { heldDevices } from "../../domains/fleets/support";
import { count, environment } from "../support/engine";
import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { writeFiles } from "../support/stack";
import { yamlStack } from "../plugin/support/yaml-stack";

const account = useAccount();

/** The script of docs/watch.md, as it stands there. */
function recipe(): string {
  const text = readFileSync(join(__dirname, "../../../docs/watch.md"), "utf8");
  const [, script] = /```sh\n(#!\/bin\/sh\n[^`]*?pulumi up[^`]*?)```/.exec(text) ?? [];
  if (script === undefined) throw new Error("docs/watch.md has no recipe for newcomers.");
  return script.replace("cd /srv/infra", ":").replace("--stack prod", "--stack dev");
}

describeWithLanguageHost(
  "yaml",
  () => {
    test("an agent registers, and within a minute it has its tag and its services: the recipe for newcomers", async () => {
      const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
      const keys = { R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey };
      const stack = await yamlStack(
        {
          resources: {
            pumps: {
              type: "remoteit:Fleet",
              properties: {
                selector: { tags: { any: ["pump"] } },
                template: { tags: ["managed"], services: [{ name: "ssh", application: "SSH" }] },
              },
            },
          },
        },
        { config: { "remoteit:endpoint": endpoint }, env: keys },
      );
      expect((await stack.up()).errors).toEqual([]);
      writeFiles(stack.folder, { "newcomers.sh": recipe() });
      chmodSync(join(stack.folder, "newcomers.sh"), 0o755);

      const args = ["watch", "--stack", "dev", "--port", "0", "--format", "ndjson", "--settle", "50ms", "--interval", "0"];
      const passed = [...Object.keys(keys), "PULUMI_CONFIG_PASSPHRASE", "PULUMI_BACKEND_URL"].join(",");
      const command = ["--notify-command", "./newcomers.sh", "--notify-env", passed, "--notify-timeout", "30m"];
      const watching = controlled(start([...args, ...command], { cwd: stack.folder, env: environment(stack.folder, keys) }));
      await watching.says("Compared stack dev: No drift: 1 resource as declared");
      const hook = "mutation($url: String) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }";
      await account.control.change(hook, { url: watching.address() });

      const registration = '{ login { account { registrationCode(tags: ["pump"]) } } }';
      const { login } = (await account.control.change(registration)) as { login: { account: { registrationCode: string } } };
      const began = performance.now();
      count(["up"]);
      const { deviceId } = await account.control.agent({ hardwareId: "hw-new", code: login.account.registrationCode });
      await account.control.agentState(deviceId, "online");

      const events = await watching.events(2);
      expect(performance.now() - began).toBeLessThan(60_000);
      expect(events).toMatchObject([
        { event: "drift", id: deviceId, fleet: "pumps", newcomer: true },
        { event: "resolved", id: deviceId, fleet: "pumps" },
      ]);
      expect(await heldDevices(account.control)).toMatchObject([
        { id: deviceId, tags: ["managed", "pump"], services: [{ name: "ssh", application: 28, port: 22 }] },
      ]);
      watching.child.kill("SIGTERM");
      expect(await watching.ended).toMatchObject({ code: 0 });
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    }, 180_000);
  },
  "yaml",
);
