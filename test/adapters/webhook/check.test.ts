import { adapterNames, useAdapterAccount } from "../account";

const account = useAdapterAccount();

describe.each(adapterNames)("through the %s adapter", (adapter) => {
  const up = (url: string, settings: Record<string, string>) =>
    account.stack(adapter, settings).up({ events: { type: "Webhook", properties: { url } } });

  describe("with remote.it itself, an address that it cannot call fails the check, before anything is sent", () => {
    test.each([
      ["http://example.com/remoteit", "url: must start with https://: remote.it calls no other address"],
      ["https://localhost/remoteit", "url: localhost cannot be reached from the internet"],
      ["https://192.168.1.7/remoteit", "url: 192.168.1.7 cannot be reached from the internet"],
      ["example.com", "url: must be a web address, such as"],
    ])("%s", async (url, problem) => {
      const { errors } = await up(url, { endpoint: "https://remoteit.invalid" });
      expect(errors).toEqual([expect.stringContaining(problem)]);
    });
  });

  describe("an account that is not the access key's own fails the check", () => {
    test("because remote.it sets a webhook for the key's own account only", async () => {
      const other = await account.control.account(`fleet-${adapter}@example.com`);
      await account.control.member({ accountId: other.accountId, of: account.sandbox.accountId });
      const { errors } = await up("https://example.com/remoteit", { accountId: other.accountId });
      expect(errors).toEqual([
        expect.stringContaining(
          `accountId is ${other.accountId}, but remote.it sets a webhook for the access key's own account (${account.sandbox.accountId}) only`,
        ),
      ]);
    });

    test("because the key may not act for it", async () => {
      const { errors } = await up("https://example.com/remoteit", { accountId: "NOBODY" });
      expect(errors).toEqual([expect.stringContaining("Check remoteit:accountId")]);
      expect(errors.join()).not.toContain("GraphqlError");
    });

    test("unless it is the key's own by its id", async () => {
      const { errors } = await up("https://example.com/remoteit", { accountId: account.sandbox.accountId });
      expect(errors).toEqual([]);
    });
  });
});
