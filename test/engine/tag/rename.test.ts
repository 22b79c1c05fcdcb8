import { inlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

const tag =
  (args: { name: string; color?: number }): Program =>
  ({ remoteit }) => {
    new remoteit.Tag("tag", args);
  };

const held = async () =>
  ((await account.control.change("{ login { tags { name color } } }")) as { login: { tags: object[] } }).login.tags;

test("a tag is renamed in place; the engine takes the id of the new name with the next refresh, and destroys that one", async () => {
  const stack = await inlineStack({ config: account.config, program: tag({ name: "pumps", color: 2 }) });
  expect((await stack.up()).changes).toEqual({ create: 1 });
  stack.edit(tag({ name: "valves", color: 2 }));
  expect((await stack.up()).changes).toEqual({ update: 1 });
  expect(await held()).toEqual([{ name: "valves", color: 2 }]);
  const { accountId } = account.sandbox;
  expect((await stack.state()).resources["tag"]?.id).toBe(`${accountId}/pumps`);
  expect((await stack.refresh()).errors).toEqual([]);
  expect((await stack.state()).resources["tag"]?.id).toBe(`${accountId}/valves`);
  expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  expect((await stack.destroy()).changes).toEqual({ delete: 1 });
  expect(await held()).toEqual([]);
});
