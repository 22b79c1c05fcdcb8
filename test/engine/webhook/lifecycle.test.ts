import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import { receiver, setByHand, type Receiver } from "./support";

const ours = "https://example.com/ours";

let account: TestAccount;
let stack: InlineStack;

const webhook =
  (args: { url: string; enabled?: boolean; takeover?: boolean }): Program =>
  ({ remoteit }) => {
    new remoteit.Webhook("events", args);
  };

const live = async () => (await contents(account.control)).webhook;

beforeAll(async () => {
  account = await startAccount();
  stack = await inlineStack({ config: account.config, program: webhook({ url: ours }) });
});
afterAll(() => account.stop());

describe("a webhook", () => {
  it("is set and switched on, under the account's id", async () => {
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await live()).toEqual({ url: ours, enabled: true });
    expect((await stack.state()).resources["events"]?.id).toBe(account.sandbox.accountId);
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });

  it("gets another URL", async () => {
    stack.edit(webhook({ url: "https://example.com/new" }));
    expect((await stack.up()).changes).toEqual({ update: 1 });
    expect(await live()).toEqual({ url: "https://example.com/new", enabled: true });
  });

  it("is switched off and on again, and keeps its URL", async () => {
    for (const enabled of [false, true]) {
      stack.edit(webhook({ url: ours, enabled }));
      expect((await stack.up()).changes).toEqual({ update: 1 });
      expect(await live()).toEqual({ url: ours, enabled });
    }
  });

  it("is switched on again after remote.it switched it off", async () => {
    await setByHand(account.control, ours, false);
    expect((await stack.refresh()).output).toMatch(/1 updated/);
    expect((await stack.up()).changes).toEqual({ update: 1 });
    expect(await live()).toEqual({ url: ours, enabled: true });
  });

  it("leaves state when someone cleared it, and the next up sets it again", async () => {
    await setByHand(account.control, "", false);
    await stack.refresh();
    expect((await stack.state()).resources).toEqual({});
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await live()).toEqual({ url: ours, enabled: true });
  });

  it("is cleared with the stack", async () => {
    expect((await stack.destroy()).code).toBe(0);
    expect(await live()).toEqual({ url: null, enabled: false });
  });

  it("that is gone already is no error", async () => {
    await stack.up();
    await setByHand(account.control, "", false);
    expect((await stack.destroy()).code).toBe(0);
  });
});

describe("the address of the webhook", () => {
  let address: Receiver;

  beforeAll(async () => {
    address = await receiver();
  });
  afterAll(() => address.stop());

  it("is called when a device comes online", async () => {
    const { deviceId } = await claimedDevice(account.control);
    stack.edit(webhook({ url: address.url }));
    await stack.up();
    await account.control.agentState(deviceId, "online");
    expect(await address.next()).toMatchObject({ device: deviceId, name: "pump-7", state: "online" });
  });
});
