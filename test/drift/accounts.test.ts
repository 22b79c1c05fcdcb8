import { createReadOnlyContext, findDrift, readStack } from "../../drift";
import { WrongAccountError } from "../../provider/core/errors";
import { settingsFor } from "../client/server";
import { graphqlAnswer, startProxy } from "../support/proxy";
import { useDriftAccount } from "./account";
import { exported, recordOf } from "./state";

const account = useDriftAccount();

test("a resource of another account is not checked, whether this one shows it or not", async () => {
  const [id = "", other = ""] = await account.devices("pump", "valve");
  const own = await account.make("Device", { deviceId: other });
  const shared = await account.make("Device", { deviceId: id, name: "pump-1" });
  const foreign = { ...shared, outputs: { ...shared.outputs, accountId: "somebody" } };
  const elsewhere = { ...foreign, id: "80:00:00:00:01:00:99:99" };
  const webhook = recordOf("Webhook", "somebody", { url: "https://example.com/hook" }, { accountId: "somebody" });
  const { findings, summary } = await account.drift([own, foreign, elsewhere, webhook]);
  expect(summary).toMatchObject({ inSync: 1, notChecked: 3, missing: 0, changed: 0, unmanaged: 0 });
  for (const { reason, remedy } of findings) {
    expect(reason).toBe(`It belongs to account somebody, and account ${account.sandbox.accountId} answered.`);
    expect(remedy).toContain("somebody");
  }
});

test("where all that is managed belongs to another account, the key is wrong: that fails, and no fleet looks deleted or unchecked", async () => {
  const elsewhere = recordOf("Device", "80:00:00:00:01:00:99:99", { name: "pump" }, { accountId: "somebody" });
  const drift = account.drift([elsewhere]);
  await expect(drift).rejects.toThrow(WrongAccountError);
  await expect(drift).rejects.toThrow("made in somebody. Use an access key of that account");
});

test("an organization is read as such, and the webhook of the key's own account is none of its business", async () => {
  const { accountId } = await account.control.account("plant@example.com");
  await account.control.member({ accountId, of: account.sandbox.accountId });
  await account.make("Webhook", { url: "https://example.com/hook" });
  const report = await findDrift(account.context(accountId), [readStack(exported([]))]);
  expect(report).toMatchObject({ account: { id: accountId, email: "plant@example.com" }, findings: [] });
});

test("a device that the key's user may not view is not checked", async () => {
  const { deviceId, claimCode } = await account.control.agent({ hardwareId: "hw", name: "pump", permissions: [] });
  await account.byHand("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  const record = recordOf("Device", deviceId, { name: "pump-1" }, { accountId: account.sandbox.accountId });
  const { findings } = await account.drift([record]);
  expect(findings).toMatchObject([{ status: "not-checked", reason: expect.stringContaining("permission") as string }]);
});

test("a kind of thing that this version does not know is not checked", async () => {
  const record = recordOf("Lamp", "n-1", { name: "lan" }, { accountId: account.sandbox.accountId });
  expect((await account.drift([record])).findings).toMatchObject([
    { status: "not-checked", type: "Lamp", name: "thing", remedy: "Update pulumi-remoteit." },
  ]);
});

test("where remote.it does not tell of the webhook, only that is not checked; where the line fails, the report does", async () => {
  const [id = ""] = await account.devices("pump");
  const records = [
    await account.make("Device", { deviceId: id, name: "pump-1" }),
    await account.make("Webhook", { url: "https://example.com/hook" }),
  ];
  await account.control.faults([{ match: { operation: "graphql:getWebhook" }, times: 1, kind: "graphql-error" }]);
  const report = await account.drift(records);
  expect(report).toMatchObject({ inSync: [{ type: "Device" }], findings: [{ status: "not-checked", type: "Webhook" }] });
  await account.control.faults([{ match: { operation: "graphql:getWebhook" }, times: 1, kind: "status", status: 503 }]);
  await expect(account.drift(records)).rejects.toThrow("Listing webhooks");
});

test("where remote.it does not tell of what the list did not show, that is not checked", async () => {
  const gone = recordOf("Device", "80:00:00:00:01:00:99:99", { name: "gone" }, { accountId: account.sandbox.accountId });
  await account.control.faults([{ match: { operation: "graphql:getDevicesById" }, times: 1, kind: "graphql-error" }]);
  expect((await account.drift([gone])).findings).toMatchObject([
    { status: "not-checked", reason: expect.stringContaining("It could not be read") as string },
  ]);
  expect((await account.drift([gone])).findings).toMatchObject([{ status: "missing" }]);
});

test("of many that the list did not show, the one that remote.it cannot give is not checked, and the others are", async () => {
  const { accountId, endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  const bad = "80:00:00:00:01:00:99:05";
  const proxy = await startProxy(endpoint, async ({ text, forward, answer }) => {
    const isOfBad = text.includes("getDevicesById") && text.includes(bad);
    const errors = [{ message: "Could not load tags.", path: ["login", "account", "device", 0, "tags"] }];
    answer(isOfBad ? graphqlAnswer({ data: { login: null }, errors }) : await forward());
  });
  const gone = Array.from({ length: 9 }, (_, index) =>
    recordOf("Device", `80:00:00:00:01:00:99:0${index + 1}`, { name: "gone" }, { accountId }, `gone-${index + 1}`),
  );
  const context = createReadOnlyContext(
    settingsFor(proxy.url, { accessKeyId, secretAccessKey, signature: "cavage", maxRetries: 0 }),
    () => undefined,
  );
  const { summary, findings } = await findDrift(context, [readStack(exported(gone))]);
  await proxy.stop();
  expect(summary).toMatchObject({ missing: 8, notChecked: 1 });
  expect(findings.find(({ status }) => status === "not-checked")).toMatchObject({
    id: bad,
    reason: expect.stringContaining("Could not load tags.") as string,
  });
});
