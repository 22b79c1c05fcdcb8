import { join } from "node:path";
import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { pluginFolder, yamlStack } from "./support/yaml-stack";

const account = useAccount();

/** `pulumi do` on the account, with the settings in the environment. */
async function command() {
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  const env = { REMOTEIT_ENDPOINT: endpoint, R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey };
  const stack = await yamlStack({ resources: {} }, { env });
  return async (...args: string[]): Promise<unknown> => {
    const ran = await stack.bare("do", "--package", join(pluginFolder(), "pulumi-resource-remoteit"), ...args);
    expect({ code: ran.code, stderr: ran.code === 0 ? "" : ran.stderr }).toEqual({ code: 0, stderr: "" });
    return JSON.parse(ran.stdout);
  };
}

describeWithLanguageHost(
  "pulumi do, without a program,",
  () => {
    test("lists the devices of every page and those that match, and calls functions", async () => {
      await account.control.reset({ devices: 1100, services: 1 });
      const run = await command();
      const all = (await run("remoteit:index:Device", "list", "--all")) as { id: string; name: string }[];
      expect(new Set(all.map(({ id }) => id)).size).toBe(1100);
      const pumps = (await run("remoteit:index:Device", "list", "--name", "pump-", "--all")) as { name: string }[];
      expect(pumps.length).toBeLessThan(1100);
      for (const { name } of pumps) expect(name).toMatch(/^pump-/);
      const id = all[0]?.id ?? "";
      expect(await run("remoteit:index:Service", "list", "--device-id", id)).toHaveLength(1);
      expect(await run("remoteit:index:getDevice", "--id", id)).toMatchObject({ id, name: all[0]?.name });
    });
  },
  "yaml",
);
