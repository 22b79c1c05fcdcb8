import { describeWithLanguageHost } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { contents } from "../support/contents";
import { yamlStack, type YamlProgram } from "./support/yaml-stack";

let accounts: TestAccount[];
beforeAll(async () => {
  accounts = await Promise.all([startAccount(), startAccount()]);
});
afterAll(() => Promise.all(accounts.map(({ stop }) => stop())));

/** A webhook and a device in each account, through a provider of its own. */
function program(codes: string[]): YamlProgram {
  const each = accounts.map(({ sandbox }, index) => {
    const options = { provider: `\${account${index}}` };
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    return {
      [`account${index}`]: {
        type: "pulumi:providers:remoteit" as const,
        properties: { endpoint, accessKeyId, secretAccessKey: { "fn::secret": secretAccessKey }, requestsPerSecond: 50 },
      },
      [`pump${index}`]: {
        type: "remoteit:Device" as const,
        properties: { claimCode: codes[index], name: `pump-${index}` },
        options,
      },
      [`hook${index}`]: {
        type: "remoteit:Webhook" as const,
        properties: { url: `https://example.com/${index}` },
        options,
      },
    };
  });
  return { resources: Object.assign({}, ...each) as YamlProgram["resources"] };
}

describeWithLanguageHost(
  "two accounts in one program",
  () => {
    test("each has its own devices and its own webhook, and a rotated key replaces nothing", async () => {
      const codes = await Promise.all(
        accounts.map(
          async ({ control }) => (await control.agent({ hardwareId: "hw", name: "x", online: false })).claimCode ?? "",
        ),
      );
      const stack = await yamlStack(program(codes));
      expect((await stack.up()).errors).toEqual([]);
      const found = await Promise.all(accounts.map(({ control }) => contents(control)));
      expect(found.map(({ devices, webhook }) => [devices.map(({ name }) => name), webhook.url])).toEqual([
        [["pump-0"], "https://example.com/0"],
        [["pump-1"], "https://example.com/1"],
      ]);
      const preview = await stack.preview("--expect-no-changes");
      expect(preview.code).toBe(0);
      expect((await stack.state()).text).not.toContain(accounts[0]?.sandbox.secretAccessKey);

      const edited = program(codes);
      Object.assign(edited.resources["account0"]?.properties ?? {}, { requestsPerSecond: 60 });
      stack.edit(edited);
      expect((await stack.up()).changes).toEqual({ same: 4 });
      expect((await stack.destroy()).changes).toEqual({ delete: 4 });
    });

    test("a wrong setting of a provider is told by its name", async () => {
      const wrong = program(["x", "y"]);
      Object.assign(wrong.resources["account0"]?.properties ?? {}, { endpoint: "nowhere", secretAccessKey: "not base64!" });
      const { output, code } = await (await yamlStack(wrong)).preview();
      expect(code).not.toBe(0);
      expect(output).toContain(
        "property endpoint value {nowhere} has a problem: must be an address such as https://api.remote.it",
      );
      expect(output).toContain("has a problem: secretAccessKey: must be base64");
      expect(output).not.toContain("not base64!");
    });
  },
  "yaml",
);
