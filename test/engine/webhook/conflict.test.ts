import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { contents } from "../support/contents";
import { setByHand } from "./support";

const ours = "https://example.com/ours";
const theirs = "https://example.com/theirs";

let account: TestAccount;

const webhook =
  (args: object = {}, ...names: string[]): Program =>
  ({ remoteit }) => {
    for (const name of names.length > 0 ? names : ["events"]) new remoteit.Webhook(name, { url: ours, ...args });
  };

const open = (program: Program): Promise<InlineStack> => inlineStack({ config: account.config, program });
const url = async () => (await contents(account.control)).webhook.url;

beforeAll(async () => {
  account = await startAccount();
});
beforeEach(() => account.control.reset());
afterAll(() => account.stop());

describe("another address that the account has already", () => {
  it("is named and kept, unless the program takes over", async () => {
    await setByHand(account.control, theirs);
    const stack = await open(webhook());
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toBe(
      `Create the webhook, the account's webhook: The account has a webhook already: ${theirs}. There is one an account. ` +
        "Declare that address, or set takeover: true to overwrite it.",
    );
    expect(await url()).toBe(theirs);
    stack.edit(webhook({ takeover: true }));
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await url()).toBe(ours);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });

  it("is no conflict when it is the declared one", async () => {
    await setByHand(account.control, ours, false);
    expect((await (await open(webhook())).up()).code).toBe(0);
    expect((await contents(account.control)).webhook).toEqual({ url: ours, enabled: true });
  });
});

describe("someone's change since", () => {
  it("is not overwritten by an update that did not see it, unless the program takes over", async () => {
    const stack = await open(webhook());
    await stack.up();
    await setByHand(account.control, theirs);
    stack.edit(webhook({ url: "https://example.com/new" }));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain(`Somebody has set it to ${theirs} since.`);
    expect(await url()).toBe(theirs);
    stack.edit(webhook({ url: "https://example.com/new", takeover: true }));
    expect((await stack.up()).code).toBe(0);
    expect(await url()).toBe("https://example.com/new");
  });

  it("is shown by a refresh and healed by the next up", async () => {
    const stack = await open(webhook());
    await stack.up();
    await setByHand(account.control, theirs);
    await stack.refresh();
    expect((await stack.state()).resources["events"]?.outputs["url"]).toBe(theirs);
    expect((await stack.up()).changes).toEqual({ update: 1 });
    expect(await url()).toBe(ours);
  });

  it.each([false, true])("survives a destroy, whether a refresh has shown it or not (%s)", async (isShown) => {
    const stack = await open(webhook());
    await stack.up();
    await setByHand(account.control, theirs);
    if (isShown) await stack.refresh();
    expect((await stack.destroy()).code).toBe(0);
    expect((await contents(account.control)).webhook).toEqual({ url: theirs, enabled: true });
  });
});

describe("two webhooks in one program", () => {
  it("are an error, and one of them is set", async () => {
    const stack = await open(webhook({}, "one", "two"));
    const up = await stack.up();
    expect(up.code).not.toBe(0);
    expect(up.errors[0]).toContain("is already managed by another resource of this program. Declare each thing once");
    expect(await url()).toBe(ours);
  });

  it("are warned of when one is there since an earlier run", async () => {
    const stack = await open(webhook({}, "one"));
    await stack.up();
    stack.edit(webhook({}, "one", "two"));
    const up = await stack.up();
    expect(up.output).toContain(`The account's webhook is ${ours} already, and is adopted.`);
    expect(up.output).toContain("unless this one replaces it, remove one of the two declarations");
  });
});
