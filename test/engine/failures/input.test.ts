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

describe("an input that is wrong fails before anything is sent, with one message that names it", () => {
  it.each([
    ["a name of 101 characters", { name: "x".repeat(101) }, "name: is 101 characters long; remote.it takes at most 100"],
    ["port 0", { port: 0 }, "port: must be a whole number from 1 to 65535"],
    ["port 70000", { port: 70_000 }, "port: must be a whole number from 1 to 65535"],
    ["no id", { deviceId: "pump-7" }, "deviceId: is no remote.it id: write eight pairs of hexadecimal digits"],
    ["a property that does not exist", { ports: 22 }, 'ports: Service has no such property. Did you mean "port"'],
    ["a missing property", { name: undefined }, "name: is required: Name of the service"],
    ["a text where a flag belongs", { enabled: "yes" }, "enabled: is a text; true or false is needed"],
  ])("%s", async (_what, args, problem) => {
    stack.edit(oneService(deviceId, args));
    const { message } = await failingUp(account, stack);
    expect(message).toContain(`Service resource 'ssh' has a problem: ${problem}`);
    expect((await account.control.requests()).total).toBe(0);
  });

  it("several at once: all are named", async () => {
    stack.edit(oneService(deviceId, { name: "", enabled: "yes", port: 0 }));
    const up = await stack.up();
    expect(up.errors.map((error) => /has a problem: (\w+):/.exec(error)?.[1])).toEqual(["name", "port", "enabled"]);
    expect((await account.control.requests()).total).toBe(0);
  });
});

describe("what only remote.it can know", () => {
  it("an application that neither this version nor the account knows fails the check, beside all else that is wrong", async () => {
    stack.edit(oneService(deviceId, { application: "SHH" }));
    const { message } = await failingUp(account, stack);
    expect(message).toContain(
      `Service resource 'ssh' has a problem: application: "SHH" is no application type. Did you mean "SSH", "TCP", or "VNC"?`,
    );
    stack.edit(oneService(deviceId, { name: "", application: "SHH", port: 0 }));
    const up = await stack.up();
    expect(up.errors.map((error) => /has a problem: (\w+):/.exec(error)?.[1])).toEqual(["name", "application", "port"]);
    expect((await account.control.requests()).byOperation).toEqual({ "graphql:getApplicationTypes": 2 });
  });

  it("a device of another account is refused and named", async () => {
    const other = await account.control.account();
    const { deviceId: foreign, claimCode } = await account.control.agent({ hardwareId: "hw-9" });
    await account.control.change(
      "mutation($code: String!) { claimDevice(code: $code) { id } }",
      { code: claimCode },
      other.accountId,
    );
    stack.edit(oneService(foreign));
    const { message } = await failingUp(account, stack);
    expect(message).toContain(`Account ${account.sandbox.accountId} has no device ${foreign}.`);
  });

  it("a service without a port where its application has no usual one", async () => {
    stack.edit(oneService(deviceId, { application: "TCP" }));
    const { message } = await failingUp(account, stack);
    expect(message).toContain("Invalid port");
  });

  it("and the next up of a right program finishes", async () => {
    stack.edit(oneService(deviceId));
    expect((await stack.up()).code).toBe(0);
    expect(await liveServices(account.control)).toHaveLength(1);
  });
});
