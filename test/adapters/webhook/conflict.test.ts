import type { Declaration } from "../index";
import { adapterNames, expectClean, useAdapterAccount } from "../account";
import { contents } from "../../engine/support/contents";
import { setByHand } from "../../engine/webhook/support";

const ours = "https://example.com/ours";
const theirs = "https://example.com/theirs";

const account = useAdapterAccount();

const webhook = (args: object = {}, ...names: string[]): Declaration =>
  Object.fromEntries(
    (names.length > 0 ? names : ["events"]).map((name) => [name, { type: "Webhook", properties: { url: ours, ...args } }]),
  );

const url = async () => (await contents(account.control)).webhook.url;

describe.each(adapterNames)("through the %s adapter", (adapter) => {
  describe("another address that the account has already", () => {
    test("is named and kept, unless the program takes over", async () => {
      await setByHand(account.control, theirs);
      const stack = account.stack(adapter);
      expect((await stack.up(webhook())).errors).toEqual([
        `Creating webhook of the account failed: The account has a webhook already: https://example.com/…. An account has only one. ` +
          "Declare that address, or set takeover: true to overwrite it.",
      ]);
      expect(await url()).toBe(theirs);
      expect(await stack.up(webhook({ takeover: true }))).toMatchObject({ created: ["events"], errors: [] });
      expect(await url()).toBe(ours);
      await expectClean(stack, webhook({ takeover: true }));
    });

    test("is no conflict when it is the declared one", async () => {
      await setByHand(account.control, ours, false);
      expect((await account.stack(adapter).up(webhook())).errors).toEqual([]);
      expect((await contents(account.control)).webhook).toEqual({ url: ours, enabled: true });
    });
  });

  describe("someone's change since", () => {
    test("is not overwritten by an update that did not see it, unless the program takes over", async () => {
      const stack = account.stack(adapter);
      await stack.up(webhook());
      await setByHand(account.control, theirs);
      const { errors } = await stack.up(webhook({ url: "https://example.com/new" }));
      expect(errors[0]).toContain(`Somebody has set it to https://example.com/… since.`);
      expect(await url()).toBe(theirs);
      expect((await stack.up(webhook({ url: "https://example.com/new", takeover: true }))).errors).toEqual([]);
      expect(await url()).toBe("https://example.com/new");
    });

    test("is shown by a refresh and healed by the next up", async () => {
      const stack = account.stack(adapter);
      await stack.up(webhook());
      await setByHand(account.control, theirs);
      await stack.refresh();
      expect(stack.state.get("events")?.outputs["url"]).toBe(theirs);
      expect(await stack.up(webhook())).toMatchObject({ updated: ["events"], errors: [] });
      expect(await url()).toBe(ours);
    });

    test.each([false, true])("survives a destroy, whether a refresh has shown it or not (%s)", async (isShown) => {
      const stack = account.stack(adapter);
      await stack.up(webhook());
      await setByHand(account.control, theirs);
      if (isShown) await stack.refresh();
      expect((await stack.destroy()).errors).toEqual([]);
      expect((await contents(account.control)).webhook).toEqual({ url: theirs, enabled: true });
    });
  });

  describe("two webhooks in one program", () => {
    test("are an error, and one of them is set", async () => {
      const { errors } = await account.stack(adapter).up(webhook({}, "one", "two"));
      expect(errors[0]).toContain("is already managed by another resource of this program. Declare each thing once");
      expect(await url()).toBe(ours);
    });

    test("are warned of when one is there since an earlier run", async () => {
      const stack = account.stack(adapter);
      await stack.up(webhook({}, "one"));
      const said = (await stack.up(webhook({}, "one", "two"))).said.join("\n");
      expect(said).toContain("The account's webhook has the declared address already, and is adopted.");
      expect(said).not.toContain(ours); // the program may hold it to be secret
      expect(said).toContain("unless this one replaces it, remove one of the two declarations");
    });
  });
});
