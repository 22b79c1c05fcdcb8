import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { pluginFolder, yamlStack, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();
const running: ChildProcess[] = [];

afterAll(async () => {
  for (const child of running.filter(({ exitCode }) => exitCode === null)) {
    child.kill();
    await once(child, "exit");
  }
});

/** The plugin as a developer starts it, say in a debugger: it writes its port. */
async function started(): Promise<{ child: ChildProcess; port: string }> {
  const child = spawn(join(pluginFolder(), "pulumi-resource-remoteit"), [], { stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  const [port] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  return { child, port: port.trim() };
}

describeWithLanguageHost(
  "an engine that attaches to a running plugin",
  () => {
    test("works with it in one run after the other, with several providers, and leaves it running", async () => {
      const { child, port } = await started();
      const { deviceId } = await claimedDevice(account.control);
      const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
      const program = (name: string): YamlProgram => ({
        resources: {
          other: { type: "pulumi:providers:remoteit", properties: { endpoint, accessKeyId, secretAccessKey } },
          ssh: { type: "remoteit:Service", properties: { deviceId, name, application: "SSH" } },
          web: {
            type: "remoteit:Service",
            properties: { deviceId, name: `${name}-web`, application: "HTTP" },
            options: { provider: "${other}" },
          },
        },
      });
      const env = { PULUMI_DEBUG_PROVIDERS: `remoteit:${port}` };
      const stack = await yamlStack(program("a"), { config: account.config(), env });
      expect((await stack.up()).errors).toEqual([]);
      stack.edit(program("b"));
      const { steps } = await stack.up();
      const renamed = { op: "update", details: { name: "update" } };
      expect(steps).toEqual([expect.objectContaining(renamed), expect.objectContaining(renamed)]);
      expect((await liveServices(account.control)).map(({ name }) => name).sort()).toEqual(["b", "b-web"]);
      expect(child.exitCode).toBeNull();
    });
  },
  "yaml",
);
