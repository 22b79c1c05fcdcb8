import { inlineStack } from "../support";
import { startAccount, type TestAccount } from "../support/account";

let account: TestAccount;

beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

async function up(url: string, config: object) {
  const stack = await inlineStack({
    config: { ...account.config, ...config },
    program: ({ remoteit }) => void new remoteit.Webhook("events", { url }),
  });
  return stack.up();
}

describe("with remote.it itself, an address that it cannot call fails the check, before anything is sent", () => {
  it.each([
    ["http://example.com/remoteit", "url: must start with https://: remote.it calls no other address"],
    ["https://localhost/remoteit", "url: localhost cannot be reached from the internet"],
    ["https://192.168.1.7/remoteit", "url: 192.168.1.7 cannot be reached from the internet"],
    ["example.com", "url: must be a web address, such as"],
  ])("%s", async (url, problem) => {
    const { code, errors } = await up(url, { "remoteit:endpoint": "https://remoteit.invalid" });
    expect(code).not.toBe(0);
    expect(errors).toEqual([expect.stringContaining(`resource 'events' has a problem: ${problem}`)]);
  });
});

describe("an account that is not the access key's own fails the check", () => {
  it("because remote.it sets a webhook for the key's own account only", async () => {
    const other = await account.control.account("fleet@example.com");
    await account.control.member({ accountId: other.accountId, of: account.sandbox.accountId });
    const { code, errors } = await up("https://example.com/remoteit", { "remoteit:accountId": other.accountId });
    expect(code).not.toBe(0);
    expect(errors).toEqual([
      expect.stringContaining(
        `accountId is ${other.accountId}, but remote.it sets a webhook for the access key's own account (${account.sandbox.accountId}) only`,
      ),
    ]);
  });

  it("because the key may not act for it", async () => {
    const ran = await up("https://example.com/remoteit", { "remoteit:accountId": "NOBODY" });
    expect(ran.code).not.toBe(0);
    expect(ran.errors).toEqual([expect.stringContaining("Check remoteit:accountId")]);
    expect(ran.output).not.toContain("GraphqlError");
  });

  it("unless it is the key's own by its id", async () => {
    expect((await up("https://example.com/remoteit", { "remoteit:accountId": account.sandbox.accountId })).code).toBe(0);
  });
});
