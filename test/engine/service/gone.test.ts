import { inlineStack, type InlineStack, type Outcome, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

let account: TestAccount;
let deviceId: string;
let stack: InlineStack;

/** Services whose logical names are those that they had at first. */
const services =
  (names: Record<string, string>): Program =>
  ({ remoteit }) => {
    for (const [logical, name] of Object.entries(names)) {
      new remoteit.Service(logical, { deviceId, name, application: "SSH" });
    }
  };

async function removeBehindTheBack(...names: string[]) {
  for (const { id, name } of await liveServices(account.control)) {
    if (names.includes(name)) await account.control.change("mutation($id: ID!) { removeService(id: $id) }", { id });
  }
}

const held = async () => Object.keys((await stack.state()).resources).sort();

beforeAll(async () => {
  account = await startAccount();
  ({ deviceId } = await claimedDevice(account.control));
  stack = await inlineStack({ config: account.config, program: services({ ssh: "ssh", admin: "admin", web: "web" }) });
  await stack.up();
});
afterAll(() => account.stop());

describe("services that someone removed", () => {
  it("cannot be updated, and the error says how to get them back", async () => {
    await removeBehindTheBack("ssh", "admin");
    stack.edit(services({ ssh: "ssh", admin: "shell", web: "web" }));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("It is no longer in the account. Run `pulumi refresh`");
  });

  it("leave state at a refresh, and the next up makes them again", async () => {
    expect((await stack.refresh()).code).toBe(0);
    expect(await held()).toEqual(["web"]);
    expect((await stack.up()).changes).toEqual({ create: 2, same: 1 });
    expect(await liveServices(account.control)).toHaveLength(3);
  });
});

describe("a destroy", () => {
  let destroy: Outcome;
  beforeAll(async () => {
    await removeBehindTheBack("ssh", "shell");
    await account.control.faults([{ kind: "false", match: { operation: "removeService" } }]);
    destroy = await stack.destroy("--continue-on-error");
    await account.control.clearFaults();
  });

  it("keeps in state the service whose removal remote.it refuses, with the reason, and the next one removes it", async () => {
    expect(destroy.errors[0]).toContain("The service was not removed. remote.it answered that it refuses, without a reason.");
    expect((await liveServices(account.control)).map(({ name }) => name)).toEqual(["web"]);
    expect(await held()).toEqual(["web"]);
    expect((await stack.destroy()).code).toBe(0);
    expect(await liveServices(account.control)).toEqual([]);
  });

  it("has no error for what someone removed", () => {
    expect(destroy.steps.map(({ op }) => op)).toEqual(["delete", "delete", "delete"]);
    expect(destroy.errors.slice(1)).toEqual(["update failed"]); // the engine's word on the refused one
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
      `Creating service "ssh" (on device 80:00:00:00:99:00:00:01) failed: Account ${account.sandbox.accountId} has no device 80:00:00:00:99:00:00:01. ` +
        "Write the id of a device of this account in deviceId, or that of a Device resource.",
    );
    expect((await stack.state()).resources).toEqual({});
  });
});
