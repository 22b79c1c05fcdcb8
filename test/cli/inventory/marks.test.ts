import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exported, recordOf } from "../../drift/state";
import { environment, pulumi } from "../../engine/support/engine";
import { temporaryFolder } from "../../support/run";
import { useCli } from "../support";

const account = useCli({ devices: 2, services: 1 });
const device = "80:00:00:00:00:00:00:01";

const set = (attributes: object, serviceId?: string) =>
  account.control.change("mutation($id: String, $a: Object!) { setAttributes(serviceId: $id, attributes: $a) }", {
    a: attributes,
    ...(serviceId !== undefined && { id: serviceId }),
  });

async function marked(): Promise<string> {
  const { login } = (await account.control.change("query($id: [String!]!) { login { device(id: $id) { services { id } } } }", {
    id: [device],
  })) as { login: { device: { services: { id: string }[] }[] } };
  const service = login.device[0]?.services[0]?.id ?? "";
  await set({ "pulumi-remoteit/aaa": "adopted", site: "north" }, device);
  await set({ "pulumi-remoteit/bbb": "made" }, service);
  await set({ "pulumi-remoteit/webhook/ccc": "adopted", theme: "dark" });
  return service;
}

/** A project with one stack, whose resource keeps the mark `aaa`. */
async function project(): Promise<{ cwd: string; env: NodeJS.ProcessEnv }> {
  const cwd = temporaryFolder();
  const env = environment(cwd);
  mkdirSync(join(cwd, "state"));
  writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: yaml\n");
  writeFileSync(join(cwd, "state.json"), exported([recordOf("Device", device, { deviceId: device }, { mark: "aaa" }, "pump")]));
  await pulumi(["stack", "init", "dev"], cwd, env);
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  await pulumi(["config", "set", "remoteit:endpoint", endpoint], cwd, env);
  await pulumi(["config", "set", "remoteit:accessKeyId", accessKeyId], cwd, env);
  await pulumi(["config", "set", "remoteit:secretAccessKey", "--secret", secretAccessKey], cwd, env);
  const { code, stderr } = await pulumi(["stack", "import", "--file", "state.json"], cwd, env);
  if (code !== 0) throw new Error(stderr);
  return { cwd, env };
}

describe("pulumi-remoteit inventory --marks", () => {
  test("lists what resources have left on devices, services and the webhook, with the attribute to remove", async () => {
    const service = await marked();
    const { code, stdout, stderr } = await account.cli(["inventory", "--marks", "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual([
      {
        type: "Webhook",
        name: "sandbox@example.com",
        id: account.sandbox.accountId,
        as: "adopted",
        attribute: "pulumi-remoteit/webhook/ccc",
      },
      { type: "Device", name: expect.any(String) as unknown, id: device, as: "adopted", attribute: "pulumi-remoteit/aaa" },
      { type: "Service", name: expect.any(String) as unknown, id: service, as: "made", attribute: "pulumi-remoteit/bbb" },
    ]);
  });

  test.each([[["--stack", "dev"]], [["--all-stacks"]]])(
    "with %j names the resource that keeps a mark, and none where it is stale",
    async (args) => {
      await marked();
      const { cwd, env } = await project();
      const none = { R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "", REMOTEIT_ENDPOINT: "" };
      const { code, stdout, stderr } = await account.cli(["inventory", "--marks", "--columns", "attribute,resource", ...args], {
        cwd,
        env: { ...env, ...none },
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.split("\n").map((line) => line.trim().split(/ {2,}/))).toEqual([
        ["ATTRIBUTE", "RESOURCE"],
        ["pulumi-remoteit/webhook/ccc"],
        ["pulumi-remoteit/aaa", "urn:pulumi:dev::shop::pulumi-nodejs:dynamic/remoteit:Device::pump"],
        ["pulumi-remoteit/bbb"],
        [""],
      ]);
    },
  );

  test.each([
    [["--marks", "--services"], "'--marks' cannot be used with option '--services'"],
    [["--marks", "--tag", "a"], "'--marks' cannot be used with option '--tag <name>'"],
    [["--all-stacks"], "--all-stacks goes with --marks."],
    [["--marks", "--columns", "tags"], 'there is no column "tags". Marks have type, name, id, as, attribute, resource.'],
  ])("%j is refused, and nothing is sent", async (args, text) => {
    const { code, stdout, stderr } = await account.cli(["inventory", ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(text);
    expect((await account.control.requests()).total).toBe(0);
  });
});
