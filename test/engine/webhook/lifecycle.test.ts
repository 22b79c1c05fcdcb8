import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import { receiver, setByHand, type Receiver } from "./support";

const ours = "https://example.com/ours";
const theirs = "https://example.com/theirs";

let account: TestAccount;
let stack: InlineStack;
let address: Receiver;

const webhook =
  (args: { url: string; takeover?: boolean }): Program =>
  ({ remoteit }) => {
    new remoteit.Webhook("events", args);
  };

const live = async () => (await contents(account.control)).webhook;

beforeAll(async () => {
  account = await startAccount();
  address = await receiver();
  stack = await inlineStack({ config: account.config, program: webhook({ url: ours }) });
});
afterAll(async () => {
  address.stop();
  await account.stop();
});

describe("a webhook", () => {
  it("keeps another address that the account has already, and names it (other conflicts: test/adapters/webhook)", async () => {
    await setByHand(account.control, theirs);
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toBe(
      `Creating webhook of the account failed: The account has a webhook already: https://example.com/…. An account has only one. ` +
        "Declare that address, or set takeover: true to overwrite it.",
    );
    expect(await live()).toEqual({ url: theirs, enabled: true });
  });

  it("is set and switched on, under the account's id, where the program takes over", async () => {
    stack.edit(webhook({ url: ours, takeover: true }));
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await live()).toEqual({ url: ours, enabled: true });
    expect((await stack.state()).resources["events"]?.id).toBe(account.sandbox.accountId);
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });

  it("gets another URL, which is called when a device comes online", async () => {
    stack.edit(webhook({ url: address.url }));
    expect((await stack.up()).changes).toEqual({ update: 1 });
    expect(await live()).toEqual({ url: address.url, enabled: true });
    const { deviceId } = await claimedDevice(account.control);
    await account.control.agentState(deviceId, "online");
    expect(await address.next()).toMatchObject({ device: deviceId, name: "pump-7", state: "online" });
  });

  it("is switched on again after remote.it switched it off", async () => {
    await setByHand(account.control, address.url, false);
    expect((await stack.refresh()).output).toMatch(/1 updated/);
    expect((await stack.up()).changes).toEqual({ update: 1 });
    expect(await live()).toEqual({ url: address.url, enabled: true });
  });

  it("is cleared with the stack", async () => {
    expect((await stack.destroy()).code).toBe(0);
    expect(await live()).toEqual({ url: null, enabled: false });
  });
});
