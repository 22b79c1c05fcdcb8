import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { contents } from "../support/contents";
import { setByHand } from "./support";

const url = "https://example.com/remoteit";
const theirs = "https://example.com/theirs";
const warning = "remote.it has cleared its address. Nothing is lost";

let account: TestAccount;
let stack: InlineStack;

const webhook =
  (enabled: boolean): Program =>
  ({ remoteit }) => {
    new remoteit.Webhook("events", { url, enabled });
  };

const live = async () => (await contents(account.control)).webhook;
const held = async () => (await stack.state()).resources["events"]?.outputs;

const useWorld = (world: "keeps" | "clears") => {
  beforeAll(async () => {
    account = await startAccount({ world: { "webhook-off": world } });
    stack = await inlineStack({ config: account.config, program: webhook(false) });
  });
  afterAll(() => account.stop());
};

describe("where remote.it keeps no address of a webhook that is switched off", () => {
  useWorld("clears");

  it("a webhook that is declared so is made, with a word on it", async () => {
    const up = await stack.up();
    expect([up.code, up.changes]).toEqual([0, { create: 1 }]);
    expect(up.output).toContain(warning);
    expect(await live()).toEqual({ url: null, enabled: false });
  });

  it("is no change, and stays in state", async () => {
    expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    expect(await held()).toMatchObject({ url, enabled: false });
  });

  it("gets its address with the switch", async () => {
    stack.edit(webhook(true));
    const up = await stack.up();
    expect(up.changes).toEqual({ update: 1 });
    expect(up.output).not.toContain(warning);
    expect(await live()).toEqual({ url, enabled: true });
  });

  it("is set again where remote.it or somebody in its app has switched it off", async () => {
    await setByHand(account.control, url, false);
    expect(await live()).toEqual({ url: null, enabled: false });
    expect((await stack.up("--refresh")).code).toBe(0);
    expect(await live()).toEqual({ url, enabled: true });
  });

  it("shows what others have set since it was switched off, and leaves that alone", async () => {
    stack.edit(webhook(false));
    expect((await stack.up()).output).toContain(warning);
    await setByHand(account.control, theirs);
    await stack.refresh();
    expect(await held()).toMatchObject({ url: theirs, enabled: true });
    expect((await stack.destroy()).code).toBe(0);
    expect(await live()).toEqual({ url: theirs, enabled: true });
  });
});

describe("where remote.it keeps it", () => {
  useWorld("keeps");

  it("nothing is said", async () => {
    expect((await stack.up()).output).not.toContain(warning);
    expect(await live()).toEqual({ url, enabled: false });
  });

  it("an address that somebody clears is set again", async () => {
    await setByHand(account.control, "", false);
    await stack.refresh();
    expect((await stack.state()).resources).toEqual({});
    expect((await stack.up()).changes).toEqual({ create: 1 });
    expect(await live()).toEqual({ url, enabled: false });
  });
});
