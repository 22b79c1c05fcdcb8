import { cliStack, describeWithLanguageHost, type CliStack } from "../engine/support";
import { startAccount, type TestAccount } from "../engine/support/account";

let account: TestAccount;
let stack: CliStack;

describeWithLanguageHost("an error of a function in a program", () => {
  beforeAll(async () => {
    account = await startAccount();
    stack = await cliStack({ config: account.config, program: "" });
  });
  afterAll(() => account.stop());

  /** The output of an `up` that fails. */
  async function failing(program: string): Promise<string> {
    stack.edit(`const remoteit = require("pulumi-remoteit");\n${program}`);
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.output).not.toMatch(/^\s+at /m);
    expect(up.output).not.toMatch(/what: |unhandled/);
    return up.output;
  }

  it("says that the account has no such device", async () => {
    const output = await failing(
      'module.exports = async () => ({ device: await remoteit.getDevice("80:00:00:00:99:00:00:09") });',
    );
    expect(output).toContain(
      `Getting device 80:00:00:00:99:00:00:09 failed: Account ${account.sandbox.accountId} has no device with this id. Check the id`,
    );
  });

  it("says that an application does not exist", async () => {
    const output = await failing('exports.command = remoteit.registrationCommand({ services: [{ application: "SHH" }] });');
    expect(output).toContain('"SHH" is no application type.');
  });

  it("says that a filter is wrong", async () => {
    const output = await failing(
      "module.exports = async () => { for await (const device of remoteit.getDevices({ state: 7 })) return { device }; };",
    );
    expect(output).toContain("state");
  });

  it("names all ways to give an access key where there is none", async () => {
    await stack.run("config", "rm-all", "remoteit:accessKeyId", "remoteit:secretAccessKey");
    const output = await failing("module.exports = async () => ({ account: await remoteit.getAccount() });");
    expect(output).toContain("(1) pulumi config set remoteit:accessKeyId ID");
    expect(output).toContain("(2) the environment variables");
  });
});
