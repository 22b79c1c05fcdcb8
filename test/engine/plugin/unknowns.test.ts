import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { yamlStack, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

/** Every input of the other resources depends on a fact of the first that no preview can know. */
const program = (claimCode: string, agent: { claimCode: string; hardwareId: string }): YamlProgram => ({
  resources: {
    first: { type: "remoteit:Device", properties: { claimCode } },
    second: {
      type: "remoteit:Device",
      properties: {
        claimCode: { "fn::select": [0, [agent.claimCode, "${first.accountId}"]] },
        hardwareId: agent.hardwareId,
        name: "near ${first.hardwareId}",
        tags: ["a", "of-${first.hardwareId}"],
        attributes: { near: { device: "${first.id}", hardware: "${first.hardwareId}" } },
      },
    },
    ssh: {
      type: "remoteit:Service",
      properties: {
        deviceId: "${first.id}",
        name: "ssh ${first.hardwareId}",
        application: "SSH",
        host: "${first.hardwareId}.lan",
      },
    },
    hook: { type: "remoteit:Webhook", properties: { url: "https://example.com/${first.hardwareId}" } },
  },
  outputs: {
    port: "${ssh.port}",
    application: "${ssh.application}",
    tags: "${second.tags}",
    origin: "${second.origin}",
    own: "${hook.ownUrl}",
  },
});

describeWithLanguageHost(
  "what a preview cannot know",
  () => {
    test("passes every check, stays unknown in the preview, and is there after up", async () => {
      const first = await account.claimable({ hardwareId: "hw-first" });
      const second = await account.claimable({ hardwareId: "hw-second" });
      const stack = await yamlStack(program(first.claimCode, { ...second, hardwareId: "hw-second" }), {
        config: account.config(),
      });
      const preview = await stack.preview();
      expect(preview.changes).toEqual({ create: 4 });
      expect(preview.output).toContain('application: "SSH"');
      expect(preview.output).toContain('origin     : "claimed"');
      expect(preview.output).toContain("own        : [unknown]");
      expect((await stack.up()).errors).toEqual([]);
      const { resources } = await stack.state();
      expect(resources["second"]?.outputs).toMatchObject({
        name: "near hw-first",
        tags: ["a", "of-hw-first"],
        attributes: { near: { device: first.deviceId, hardware: "hw-first" } },
      });
      expect(resources["ssh"]?.outputs).toMatchObject({ deviceId: first.deviceId, host: "hw-first.lan" });
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("is no more than it is: of an adopted device the id is known, so what needs it is checked", async () => {
      const deviceId = await account.owned();
      const stack = await yamlStack(
        {
          resources: {
            pump: { type: "remoteit:Device", properties: { deviceId } },
            ssh: { type: "remoteit:Service", properties: { deviceId: "${pump.id}", name: "ssh", application: "SSH" } },
          },
          outputs: { id: "${ssh.deviceId}" },
        },
        { config: account.config() },
      );
      expect((await stack.preview()).output).toContain(`id: "${deviceId}"`);
    });
  },
  "yaml",
);
