import { inlineStack, type InlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { contents } from "../support/contents";

const url = "https://example.com/remoteit";

let account: TestAccount;
let stack: InlineStack;
let first: Awaited<ReturnType<typeof values>>;

const webhook =
  (name: string, opts: object = {}): Program =>
  ({ remoteit }) => {
    new remoteit.Webhook(name, { url }, opts);
  };

/** What a preview compares a declaration with. Who has made the webhook is none of that. */
async function values() {
  const [resource] = Object.values((await stack.state({ showSecrets: true })).resources);
  const { id, inputs, outputs } = resource ?? {};
  return { id, inputs, url: outputs?.["url"], enabled: outputs?.["enabled"] };
}

/** With the same values in state, a preview of the same properties shows what it shows after the last run: nothing. */
async function expectAlive(name: string) {
  expect((await contents(account.control)).webhook).toEqual({ url, enabled: true });
  expect(Object.keys((await stack.state()).resources)).toEqual([name]);
  expect(await values()).toEqual(first);
}

beforeAll(async () => {
  account = await startAccount();
  stack = await inlineStack({ config: account.config, program: webhook("events") });
  await stack.up();
  first = await values();
});
afterAll(() => account.stop());

describe("the webhook is alive at the end of", () => {
  it.each([
    ["up --replace", {}],
    // What retainOnDelete says counts from the next run on.
    ["up --replace that deletes first", { deleteBeforeReplace: true, retainOnDelete: true }],
    ["up --replace that deletes nothing", {}],
  ])("%s", async (_what, opts) => {
    stack.edit(webhook("events", opts));
    const { resources } = await stack.state();
    const up = await stack.up("--replace", resources["events"]?.urn ?? "");
    expect(up.errors).toEqual([]);
    expect(up.changes).toMatchObject({ replace: 1 });
    await expectAlive("events");
  });

  it("state taint", async () => {
    const { resources } = await stack.state();
    await stack.run("state", "taint", resources["events"]?.urn ?? "", "--yes");
    expect((await stack.up()).changes).toMatchObject({ replace: 1 });
    await expectAlive("events");
  });

  it("a new logical name", async () => {
    stack.edit(webhook("hook"));
    const up = await stack.up();
    expect(up.errors).toEqual([]);
    expect(up.changes).toEqual({ create: 1, delete: 1 });
    await expectAlive("hook");
  });

  it("a new logical name with an alias", async () => {
    stack.edit(webhook("events", { aliases: [{ name: "hook" }] }));
    expect((await stack.up()).changes).toEqual({ same: 1 });
    await expectAlive("events");
    expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  });
});
