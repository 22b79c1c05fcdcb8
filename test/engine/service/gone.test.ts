import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

const program: Program = ({ remoteit }) => {
  new remoteit.Service("ssh", { deviceId, name: "ssh", application: "SSH" });
};

async function removeBehindTheBack() {
  for (const { id } of await liveServices(account.control)) {
    await account.control.change("mutation($id: ID!) { removeService(id: $id) }", { id });
  }
}

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program });
  await stack.up();
});
afterAll(() => account.stop());

describe("a service that someone removed", () => {
  it("leaves state at a refresh, and the next up makes it again", async () => {
    await removeBehindTheBack();
    expect((await stack.refresh()).code).toBe(0);
    expect((await stack.state()).resources).toEqual({});
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await liveServices(account.control)).toHaveLength(1);
  });

  it("cannot be updated, and the error says how to get it back", async () => {
    await removeBehindTheBack();
    stack.edit(({ remoteit }) => {
      new remoteit.Service("ssh", { deviceId, name: "shell", application: "SSH" });
    });
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("It is no longer in the account. Run `pulumi refresh`");
    expect((await stack.refresh()).code).toBe(0);
    expect((await stack.up()).changes).toEqual({ create: 1 });
  });

  it("is no error when the stack is destroyed", async () => {
    await removeBehindTheBack();
    const destroy = await stack.destroy();
    expect(destroy.errors).toEqual([]);
    expect(destroy.code).toBe(0);
  });
});

describe("a service whose removal remote.it refuses", () => {
  beforeEach(async () => {
    stack.edit(program);
    await stack.up();
  });

  it("stays in state with the reason, and the next destroy removes it", async () => {
    await account.control.faults([{ kind: "false", match: { operation: "removeService" } }]);
    const destroy = await stack.destroy();
    expect(destroy.errors[0]).toContain("The service was not removed. remote.it answered that it refuses, without a reason.");
    expect(Object.keys((await stack.state()).resources)).toEqual(["ssh"]);
    await account.control.clearFaults();
    expect((await stack.destroy()).code).toBe(0);
    expect(await liveServices(account.control)).toEqual([]);
  });
});

describe("a device that the account does not have", () => {
  it("is named, and nothing is made", async () => {
    stack.edit(({ remoteit }) => {
      new remoteit.Service("ssh", { deviceId: "80:00:00:00:99:00:00:01", name: "ssh", application: "SSH" });
    });
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toBe(
      `Create the service, "ssh" (on device 80:00:00:00:99:00:00:01): Account ${account.sandbox.accountId} has no device 80:00:00:00:99:00:00:01. ` +
        "Write the id of a device of this account in deviceId, or that of a Device resource.",
    );
    expect((await stack.state()).resources).toEqual({});
  });
});
