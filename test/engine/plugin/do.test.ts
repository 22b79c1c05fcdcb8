import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { pluginFolder, yamlStack } from "./support/yaml-stack";
import { join } from "node:path";

const account = useAccount({ devices: 1100, services: 1 });

describeWithLanguageHost(
  "pulumi do, without a program,",
  () => {
    test("lists devices of every page, those that match, and reads one", async () => {
      await account.control.reset({ devices: 1100, services: 1 });
      const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
      const env = { REMOTEIT_ENDPOINT: endpoint, R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey };
      const stack = await yamlStack({ resources: {} }, { env });
      const plugin = join(pluginFolder(), "pulumi-resource-remoteit");
      const all = await stack.bare("do", "--package", plugin, "remoteit:index:Device", "list", "--all");
      console.log(all);
      console.log(all.stdout.slice(0, 500), all.stderr);
    });
  },
  "yaml",
);
