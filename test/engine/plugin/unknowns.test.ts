import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { yamlStack, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

/** Inputs depend on facts of the first device that no preview can know, and on the id of one that is adopted, which it can. */
const program = (claimCode: string, agent: { claimCode: string; hardwareId: string }, adopted: string): YamlProgram => ({
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
    adopted: { type: "remoteit:Device", properties: { deviceId: adopted } },
    web: { type: "remoteit:Service", properties: { deviceId: "${adopted.id}", name: "web", application: "HTTP" } },
  },
  outputs: {
    port: "${ssh.port}",
    application: "${ssh.application}",
    tags: "${second.tags}",
    origin: "${second.origin}",
    own: "${hook.ownUrl}",
    known: "${web.deviceId}",
  },
});

describeWithLanguageHost(
  "what a preview cannot know",
  () => {
    test("passes every check, stays unknown in the preview, no more of it than that, and is there after up", async () => {
      const first = await account.claimable({ hardwareId: "hw-first" });
      const second = await account.claimable({ hardwareId: "hw-second" });
      const adopted = await account.owned();
      const stack = await yamlStack(program(first.claimCode, { ...second, hardwareId: "hw-second" }, adopted), {
        config: account.config(),
      });
      const preview = await stack.preview();
      expect(preview.changes).toEqual({ create: 6 });
      expect(preview.output).toContain('application: "SSH"');
      expect(preview.output).toContain('origin     : "claimed"');
      expect(preview.output).toContain("own        : [unknown]");
      expect(preview.output).toContain(`known      : "${adopted}"`);
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
  },
  "yaml",
);
