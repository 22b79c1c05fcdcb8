import { inlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";

let account: TestAccount;

beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

test("an address that remote.it cannot call is told as a problem of its resource (each kind: test/adapters/webhook)", async () => {
  const stack = await inlineStack({
    config: { ...account.config, "remoteit:endpoint": "https://remoteit.invalid" },
    program: ({ remoteit }) => void new remoteit.Webhook("events", { url: "http://example.com/remoteit" }),
  });
  const { code, errors } = await stack.up();
  expect(code).not.toBe(0);
  expect(errors).toEqual([
    expect.stringContaining("resource 'events' has a problem: url: must start with https://: remote.it calls no other address"),
  ]);
});
