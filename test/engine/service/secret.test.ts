import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice } from "../support/contents";

const { projectKey, projectSecret } = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

const provision =
  (given: object): Program =>
  ({ remoteit }) => {
    new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH", provision: given as never });
  };

function expectNoSecret(text: string) {
  for (const form of [projectSecret, encodeURIComponent(projectSecret)]) expect(text).not.toContain(form);
}

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control, { configurable: false }));
  stack = await inlineStack({ config: account.config, program: provision({ projectKey, projectSecret }) });
});
afterAll(() => account.stop());

describe("a bulk project's secret", () => {
  it("is not printed by an up that shows every property", async () => {
    const up = await stack.up("--diff");
    expect(up.code).toBe(0);
    expectNoSecret(up.output);
  });

  it("stands in state as ciphertext alone, among the inputs, and not at all among the outputs", async () => {
    const { text, resources } = await stack.state();
    expectNoSecret(text);
    expect(resources["ssh"]?.inputs["provision"]).toHaveProperty("ciphertext");
    expect(resources["ssh"]?.outputs).not.toHaveProperty("provision");
    expect((await stack.state({ showSecrets: true })).text).toContain(projectSecret);
  });

  it("is not printed by a refresh, a preview and a change of it, which changes nothing", async () => {
    stack.edit(provision({ projectKey, projectSecret: `${projectSecret}-rotated` }));
    const refresh = await stack.refresh("--diff");
    const up = await stack.up("--diff", "--skip-preview=false");
    expect(up.output).toContain("Previewing update");
    for (const ran of [refresh, up]) {
      expect(ran.code).toBe(0);
      expectNoSecret(ran.output);
    }
    expectNoSecret((await stack.state()).text);
  });

  it("is not printed when its check fails (in other ways: test/adapters/service/secret.test.ts)", async () => {
    stack.edit(provision({ projectKey, projectSecret, prjectSecret: projectSecret }));
    const up = await stack.up();
    expect(up.errors.join()).toMatch(/has a problem: provision/);
    expectNoSecret(up.output);
  });

  it("is not printed when remote.it refuses it or cannot be reached", async () => {
    const secret = "wrong/secret+value";
    stack.edit(({ remoteit }) => {
      new remoteit.Service("web", {
        deviceId,
        name: "web",
        application: "HTTP",
        provision: { projectKey, projectSecret: secret },
      });
    });
    const refused = await stack.up();
    expect(refused.errors[0]).toContain("Check provision.projectKey and provision.projectSecret against the bulk project");
    await account.control.faults([{ kind: "html", match: { operation: "device/address" } }]);
    const failed = await stack.up();
    expect(failed.code).not.toBe(0);
    for (const { output } of [refused, failed]) {
      expect(output).not.toContain(secret);
      expect(output).not.toContain(encodeURIComponent(secret));
    }
  });
});
