import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { did } from "../../kinds/support";
import { inWorld } from "../../sandbox/support";
import { createContext, resources } from "../../../provider/domains";
import { controlOf, startSandbox } from "../../../sandbox";
import { settingsFor } from "../../client/server";

const account = useAdapterAccount();

const settings = (properties: Record<string, unknown>) => ({ it: { type: "AccountSettings" as const, properties } });

interface Answer {
  login: {
    language: string;
    timezone: string | null;
    attributes: Record<string, unknown>;
    notificationSettings: Record<string, unknown>;
  };
}

const held = async () =>
  (
    (await account.control.change(
      "{ login { language timezone attributes notificationSettings { emailNotifications desktopNotifications urlNotifications notificationUrl } } }",
    )) as Answer
  ).login;

describe.each(adapterNames)("account settings, through the adapter %s,", (adapter) => {
  test("manage what the program sets, and neither the webhook nor what others keep among the attributes", async () => {
    const hook = "https://example.com/hook";
    await account.control.change(`mutation { setNotificationSettings(notificationUrl: "${hook}", urlNotifications: true) }`);
    await account.control.change("mutation($a: Object!) { setAttributes(attributes: $a) }", {
      a: { theirs: 1, $remoteit: { color: 3 } },
    });
    const stack = account.stack(adapter);
    const program = settings({ emailNotifications: false, attributes: { site: "north" } });
    expect(await stack.up(program)).toMatchObject(did("created"));
    await expectClean(stack, program);
    expect(await held()).toMatchObject({
      notificationSettings: {
        emailNotifications: false,
        desktopNotifications: true,
        urlNotifications: true,
        notificationUrl: hook,
      },
      attributes: { theirs: 1, site: "north", $remoteit: { color: 3 } },
    });
    expect(JSON.stringify([...stack.state])).not.toMatch(/theirs|remoteit":\{|example\.com/);
    expect(await stack.up(settings({ emailNotifications: false, attributes: {} }))).toMatchObject(did("updated"));
    expect((await held()).attributes).not.toHaveProperty("site");
  });

  test("stay when they leave the program, and no mark is left", async () => {
    const stack = account.stack(adapter);
    await stack.up(settings({ language: "de" }));
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect(await held()).toMatchObject({ language: "de", attributes: {} });
    expect(Object.keys((await held()).attributes)).toEqual([]);
  });

  test.each([
    ["$remoteit", { $remoteit: { color: 3 } }, "belongs to remote.it's application"],
    ["a mark", { "pulumi-remoteit/abc": "made" }, "is a mark that this provider leaves itself"],
  ])("take no %s among the attributes", async (_what, attributes, why) => {
    const { errors } = await account.stack(adapter).up(settings({ attributes }));
    expect(errors).toEqual([expect.stringContaining(why)]);
    expect(await account.control.requests()).toMatchObject({ total: 0 });
  });

  test("are declared once", async () => {
    const stack = account.stack(adapter);
    const twice = {
      ...settings({ language: "de" }),
      other: { type: "AccountSettings" as const, properties: { language: "fr" } },
    };
    expect((await stack.up(twice)).errors).toEqual([expect.stringContaining("already managed by another resource")]);
  });
});

describe("where updateAccount names no other account", () => {
  test("the key of a member is refused, and nobody's own settings change", async () => {
    await inWorld({ "account-update": "own" }, async (sandbox, control) => {
      const keys = await control.account("member@example.com");
      await control.member({ accountId: sandbox.accountId, of: keys.accountId });
      const context = createContext(
        settingsFor(sandbox.endpoint, { ...keys, accountId: sandbox.accountId, requestsPerSecond: 1000 }),
        () => undefined,
      );
      const { failedProperties } = await resources.accountSettings.create(context, { language: "de" });
      expect(failedProperties.map(({ error }) => error.message).join()).toContain("ADMIN permission in the account");
      const ask = "{ login { language } }";
      expect([await control.change(ask), await control.change(ask, {}, keys.accountId)]).toEqual([
        { login: { language: "en" } },
        { login: { language: "en" } },
      ]);
    });
  });
});

test("the language is set by REST where GraphQL changes no accounts, and a time zone is refused", async () => {
  const old = await startSandbox({ without: ["updateAccount"] });
  try {
    const { endpoint, accessKeyId, secretAccessKey, developerKey } = old;
    const context = createContext(
      settingsFor(endpoint, { accessKeyId, secretAccessKey, developerKey, requestsPerSecond: 1000 }),
      () => undefined,
    );
    const { id, failedProperties, outputs } = await resources.accountSettings.create(context, { language: "de" });
    expect(failedProperties).toEqual([]);
    expect(await controlOf(old.control).change("{ login { language } }")).toEqual({ login: { language: "de" } });
    const zone = await resources.accountSettings.update(
      context,
      id,
      { language: "de", ...outputs },
      { language: "de", timezone: "UTC" },
    );
    expect(zone.failedProperties.map(({ error }) => error.message).join()).toContain("REST cannot change a time zone");
  } finally {
    await old.stop();
  }
});
