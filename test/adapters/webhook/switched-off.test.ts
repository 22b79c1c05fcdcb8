import type { Declaration } from "../index";
import { adapterNames, expectClean, useAdapterAccount } from "../account";
import { contents } from "../../engine/support/contents";
import { setByHand } from "../../engine/webhook/support";

const url = "https://example.com/remoteit";
const theirs = "https://example.com/theirs";
const warning = "remote.it has cleared its address. Nothing is lost";

const webhook = (enabled: boolean): Declaration => ({ events: { type: "Webhook", properties: { url, enabled } } });

describe("where remote.it keeps no address of a webhook that is switched off", () => {
  const account = useAdapterAccount({ world: { "webhook-off": "clears" } });
  const live = async () => (await contents(account.control)).webhook;

  describe.each(adapterNames)("through the %s adapter", (adapter) => {
    test("a webhook that is declared so is made, with a word on it; it is no change, and stays in state", async () => {
      const stack = account.stack(adapter);
      const up = await stack.up(webhook(false));
      expect(up).toMatchObject({ created: ["events"], errors: [] });
      expect(up.said.join("\n")).toContain(warning);
      expect(await live()).toEqual({ url: null, enabled: false });
      await expectClean(stack, webhook(false));
      expect(stack.state.get("events")?.outputs).toMatchObject({ url, enabled: false });
    });

    test("it gets its address with the switch", async () => {
      const stack = account.stack(adapter);
      await stack.up(webhook(false));
      const up = await stack.up(webhook(true));
      expect(up.updated).toEqual(["events"]);
      expect(up.said.join("\n")).not.toContain(warning);
      expect(await live()).toEqual({ url, enabled: true });
    });

    test("it is set again where remote.it or somebody in its app has switched it off", async () => {
      const stack = account.stack(adapter);
      await stack.up(webhook(true));
      await setByHand(account.control, url, false);
      expect(await live()).toEqual({ url: null, enabled: false });
      await stack.refresh();
      expect((await stack.up(webhook(true))).errors).toEqual([]);
      expect(await live()).toEqual({ url, enabled: true });
    });

    test("it shows what others have set since it was switched off, and leaves that alone", async () => {
      const stack = account.stack(adapter);
      await stack.up(webhook(true));
      expect((await stack.up(webhook(false))).said.join("\n")).toContain(warning);
      await setByHand(account.control, theirs);
      await stack.refresh();
      expect(stack.state.get("events")?.outputs).toMatchObject({ url: theirs, enabled: true });
      expect((await stack.destroy()).errors).toEqual([]);
      expect(await live()).toEqual({ url: theirs, enabled: true });
    });
  });
});

describe("where remote.it keeps it", () => {
  const account = useAdapterAccount({ world: { "webhook-off": "keeps" } });
  const live = async () => (await contents(account.control)).webhook;

  test.each(adapterNames)(
    "nothing is said, and an address that somebody clears is set again, through the %s adapter",
    async (adapter) => {
      const stack = account.stack(adapter);
      expect((await stack.up(webhook(false))).said.join("\n")).not.toContain(warning);
      expect(await live()).toEqual({ url, enabled: false });
      await setByHand(account.control, "", false);
      await stack.refresh();
      expect([...stack.state]).toEqual([]);
      expect((await stack.up(webhook(false))).created).toEqual(["events"]);
      expect(await live()).toEqual({ url, enabled: false });
    },
  );
});
