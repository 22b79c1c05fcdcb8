import { useDriftAccount } from "./account";

const url = "https://example.com/hook";
const SET =
  "mutation($url: String, $enabled: Boolean) { setNotificationSettings(notificationUrl: $url, urlNotifications: $enabled) }";

describe("where remote.it clears the address of a webhook that is switched off", () => {
  const account = useDriftAccount({ world: { "webhook-off": "clears" } });

  test("one that is declared so is in sync", async () => {
    const off = await account.make("Webhook", { url, enabled: false });
    await account.devices("pump");
    expect(await account.drift([off])).toMatchObject({
      findings: [{ status: "unmanaged", type: "Device" }],
      inSync: [{ type: "Webhook", id: account.sandbox.accountId }],
    });
  });

  test("what somebody has set since is a change", async () => {
    const off = await account.make("Webhook", { url, enabled: false });
    await account.byHand(SET, { url: "https://example.com/theirs", enabled: true });
    expect((await account.drift([off])).findings).toMatchObject([
      { status: "changed", type: "Webhook", changes: [{ path: "url" }, { path: "enabled" }] },
    ]);
  });

  test("one that is declared to be on, and was switched off, is missing", async () => {
    const on = await account.make("Webhook", { url });
    await account.byHand(SET, { url, enabled: false });
    expect((await account.drift([on])).findings).toMatchObject([{ status: "missing", type: "Webhook" }]);
  });
});

describe("where remote.it keeps it", () => {
  const account = useDriftAccount();

  test("one that is declared to be off and has lost its address is missing", async () => {
    const off = await account.make("Webhook", { url, enabled: false });
    expect((await account.drift([off])).inSync).toMatchObject([{ type: "Webhook" }]);
    await account.byHand(SET, { url: "", enabled: false });
    expect((await account.drift([off])).findings).toMatchObject([{ status: "missing", type: "Webhook" }]);
  });
});
