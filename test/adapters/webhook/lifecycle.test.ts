import type { Declaration } from "../index";
import { adapterNames, expectClean, useAdapterAccount } from "../account";
import { contents } from "../../engine/support/contents";
import { setByHand } from "../../engine/webhook/support";

const ours = "https://example.com/ours";

const account = useAdapterAccount();

const webhook = (args: object = {}): Declaration => ({ events: { type: "Webhook", properties: { url: ours, ...args } } });
const live = async () => (await contents(account.control)).webhook;

describe.each(adapterNames)("a webhook, through the %s adapter,", (adapter) => {
  test("is set and switched on, under the account's id", async () => {
    const stack = account.stack(adapter);
    expect((await stack.up(webhook())).created).toEqual(["events"]);
    expect(await live()).toEqual({ url: ours, enabled: true });
    expect(stack.state.get("events")?.id).toBe(account.sandbox.accountId);
    await expectClean(stack, webhook());
  });

  test("gets another URL", async () => {
    const stack = account.stack(adapter);
    await stack.up(webhook());
    expect((await stack.up(webhook({ url: "https://example.com/new" }))).updated).toEqual(["events"]);
    expect(await live()).toEqual({ url: "https://example.com/new", enabled: true });
  });

  test("is switched off and on again, and keeps its URL", async () => {
    const stack = account.stack(adapter);
    await stack.up(webhook());
    for (const enabled of [false, true]) {
      expect((await stack.up(webhook({ enabled }))).updated).toEqual(["events"]);
      expect(await live()).toEqual({ url: ours, enabled });
    }
  });

  test("is switched on again after remote.it switched it off", async () => {
    const stack = account.stack(adapter);
    await stack.up(webhook());
    await setByHand(account.control, ours, false);
    await stack.refresh();
    expect((await stack.up(webhook())).updated).toEqual(["events"]);
    expect(await live()).toEqual({ url: ours, enabled: true });
  });

  test("leaves state when someone cleared it, and the next up sets it again", async () => {
    const stack = account.stack(adapter);
    await stack.up(webhook());
    await setByHand(account.control, "", false);
    await stack.refresh();
    expect([...stack.state]).toEqual([]);
    expect((await stack.up(webhook())).created).toEqual(["events"]);
    expect(await live()).toEqual({ url: ours, enabled: true });
  });

  test("is cleared with the stack", async () => {
    const stack = account.stack(adapter);
    await stack.up(webhook());
    expect((await stack.destroy()).errors).toEqual([]);
    expect(await live()).toEqual({ url: null, enabled: false });
  });

  test("that is gone already is no error", async () => {
    const stack = account.stack(adapter);
    await stack.up(webhook());
    await setByHand(account.control, "", false);
    expect((await stack.destroy()).errors).toEqual([]);
  });
});
