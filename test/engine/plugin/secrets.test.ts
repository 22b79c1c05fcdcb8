import { describeWithLanguageHost, type Outcome } from "../support";
import { useAccount } from "../support/account";
import { yamlStack, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

/** Values that nothing may show: each stands in another place. */
const hidden = ["secret-name", "secret-tag", "secret-value", "secret-host", "secret-url", "secret-second"];
const secret = (text: string) => ({ "fn::secret": text });

const program = (claimCode: string, second = "secret-value"): YamlProgram => ({
  resources: {
    pump: {
      type: "remoteit:Device",
      properties: {
        claimCode,
        name: secret("secret-name"),
        tags: ["open", secret("secret-tag")],
        attributes: { open: 1, site: { token: secret(second) } },
      },
    },
    ssh: {
      type: "remoteit:Service",
      properties: { deviceId: "${pump.id}", name: "ssh", application: "SSH", host: secret("secret-host") },
    },
    hook: { type: "remoteit:Webhook", properties: { url: secret("https://example.com/secret-url") } },
  },
  variables: {
    command: { "fn::invoke": { function: "remoteit:getRegistrationCommand", arguments: { name: "pump" }, return: "command" } },
  },
  outputs: {
    name: "${pump.name}",
    tags: "${pump.tags}",
    attributes: "${pump.attributes}",
    url: "${hook.ownUrl}",
    command: "${command}",
  },
});

describeWithLanguageHost(
  "secrets",
  () => {
    test("stay secret in state, in outputs and in what is printed, in lists and maps too", async () => {
      const { claimCode } = await account.claimable();
      const stack = await yamlStack(program(claimCode), { config: account.config() });
      const printed: string[] = [];
      const run = async (running: Promise<Outcome>) => {
        const { output, code, steps } = await running;
        printed.push(output);
        expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
        return steps;
      };
      await run(stack.preview("--diff"));
      await run(stack.up("--diff"));
      await account.byHand(`mutation($url: String!) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }`, {
        url: "https://example.com/changed-by-hand",
      });
      await run(stack.refresh("--diff"));
      stack.edit(program(claimCode, "secret-second"));
      // Only what was changed differs.
      const changed = (await run(stack.preview("--diff"))).filter(({ op }) => op !== "same");
      expect(changed.map(({ name, details }) => [name, Object.keys(details)]).sort()).toEqual([
        ["hook", ["url"]],
        ["pump", ["attributes.site.token"]],
      ]);
      await run(stack.up("--diff"));
      await run(stack.refresh("--expect-no-changes"));

      const { text, resources } = await stack.state();
      printed.push(text, (await stack.run("stack", "output")).stdout);
      const shown = hidden.concat(claimCode).filter((value) => printed.some((each) => each.includes(value)));
      expect(shown).toEqual([]);
      // Only what is secret is hidden.
      expect(resources["pump"]?.outputs["attributes"]).toMatchObject({ open: 1 });
      const { resources: known } = await stack.state({ showSecrets: true });
      expect(JSON.stringify(known["pump"]?.outputs)).toContain("secret-second");
    });

    test("are not printed where they fail a check", async () => {
      const wrong: YamlProgram = {
        resources: {
          pump: {
            type: "remoteit:Device",
            properties: { claimCode: "x", name: secret("secret-name".repeat(20)), tags: ["a", secret("secret tag")] },
          },
        },
      };
      const stack = await yamlStack(wrong, { config: account.config() });
      const { output, code } = await stack.preview();
      expect(code).not.toBe(0);
      expect(output).toContain("resource 'pump' has a problem: name: is 220 characters long");
      expect(output).toContain("resource 'pump' has a problem: tags[1]: must be 1 to 100 characters without white space");
      expect(output).not.toContain("secret-name");
      expect(output).not.toContain("secret tag");
    });
  },
  "yaml",
);
