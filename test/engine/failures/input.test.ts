import { inlineStack, type InlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { failingUp, oneService } from "./support";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: oneService(deviceId) });
});
afterAll(() => account.stop());

/** The properties that `pulumi up` of the service complains about, in its order, and what it says of each. */
async function problemsOf(args: object): Promise<[property: string, text: string][]> {
  stack.edit(oneService(deviceId, args));
  const { messages } = await failingUp(account, stack);
  return messages.map((message) => {
    const [, property = "", text = ""] = /Service resource 'ssh' has a problem: (\w+): (.*)/s.exec(message) ?? [];
    return [property, text];
  });
}

const problem = (property: string, text: string) => [property, expect.stringContaining(text) as unknown];

describe("inputs that are wrong fail before anything is sent, with one message each that names it", () => {
  it("a name that is too long, port 0, no id, a property that does not exist, a text where a flag belongs", async () => {
    const args = { name: "x".repeat(101), port: 0, deviceId: "pump-7", ports: 22, enabled: "yes" };
    expect(await problemsOf(args)).toEqual([
      problem("ports", 'Service has no such property. Did you mean "port"'),
      problem("deviceId", "is no remote.it id: write eight pairs of hexadecimal digits"),
      problem("name", "is 101 characters long; remote.it takes at most 100"),
      problem("port", "must be a whole number from 1 to 65535"),
      problem("enabled", "is a text; true or false is needed"),
    ]);
    expect((await account.control.requests()).total).toBe(0);
  });

  it("a missing property, port 70000", async () => {
    expect(await problemsOf({ name: undefined, port: 70_000 })).toEqual([
      problem("name", "is required: Name of the service"),
      problem("port", "must be a whole number from 1 to 65535"),
    ]);
    expect((await account.control.requests()).total).toBe(0);
  });
});

describe("what only remote.it can know", () => {
  it("an application that neither this version nor the account knows fails the check, beside all else that is wrong", async () => {
    expect(await problemsOf({ name: "", application: "SHH", port: 0 })).toEqual([
      problem("name", ""),
      problem("application", '"SHH" is no application type. Did you mean "SSH", "TCP", or "VNC"?'),
      problem("port", "must be a whole number from 1 to 65535"),
    ]);
    expect((await account.control.requests()).byOperation).toEqual({ "graphql:getApplicationTypes": 1 });
  });

  it("a device of another account, and a service without a port where its application has no usual one, are refused and named", async () => {
    const other = await account.control.account();
    const { deviceId: foreign, claimCode } = await account.control.agent({ hardwareId: "hw-9" });
    await account.control.change(
      "mutation($code: String!) { claimDevice(code: $code) { id } }",
      { code: claimCode },
      other.accountId,
    );
    stack.edit(({ remoteit }) => {
      new remoteit.Service("foreign", { deviceId: foreign, name: "ssh", application: "SSH" });
      new remoteit.Service("portless", { deviceId, name: "ssh", application: "TCP" });
    });
    // Both have begun when the first fails: the engine begins none after that.
    await account.control.faults([{ kind: "slow", times: 2 }]);
    const { messages } = await failingUp(account, stack);
    expect(messages).toHaveLength(2);
    expect(messages).toContainEqual(expect.stringContaining(`Account ${account.sandbox.accountId} has no device ${foreign}.`));
    expect(messages).toContainEqual(expect.stringContaining("Invalid port"));
  });

  it("and the next up of a right program finishes", async () => {
    stack.edit(oneService(deviceId));
    expect((await stack.up()).code).toBe(0);
    expect(await liveServices(account.control)).toHaveLength(1);
  });
});

describe("a preview, which writes nothing,", () => {
  it("says of a device that the account does not have, and leaves no trace in the declaration", async () => {
    stack.edit(oneService("80:00:00:00:99:00:00:01"));
    const { code, output } = await stack.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("has no device 80:00:00:00:99:00:00:01. Write the id of a device of this account in deviceId");
    expect(output).not.toContain("__preview");
  });
});
