import { SetWebhookDocument, type TypedDocumentString } from "../../api/generated/graphql";
import { createReadOnlyClient } from "../../provider/client";
import { UnsupportedOperation } from "../../provider/core/errors";
import { kinds } from "../../drift/kinds";
import { settingsFor } from "../client/server";
import { useDriftAccount } from "./account";

const account = useDriftAccount();
const about = { what: "Try" };

/** A client that has all it would need to change the account, and whatever text a caller might hand to it. */
function reader(accountId?: string) {
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = account.sandbox;
  return createReadOnlyClient(
    settingsFor(endpoint, { accessKeyId, secretAccessKey, developerKey, ...(accountId && { accountId }) }),
  );
}
const document = (text: string) => text as unknown as TypedDocumentString<unknown, unknown>;
const mutation = 'setNotificationSettings(notificationUrl: "https://example.com/x", urlNotifications: true)';

async function nothingSent(call: () => Promise<unknown>): Promise<void> {
  await account.control.reset();
  const error: unknown = await call().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnsupportedOperation);
  expect((error as Error).message).toContain("would change the account");
  expect((await account.control.requests()).total).toBe(0);
}

test.each([
  ["as our own documents have it", SetWebhookDocument.toString(), { url: "https://example.com/x", enabled: true }],
  ["without a name", `mutation { ${mutation} }`, {}],
  ["without blanks", `mutation{${mutation}}`, {}],
  ["behind a comment that speaks of a query", `# query harmless\nmutation set { ${mutation} }`, {}],
  ["behind a query of the same document", `query harmless { login { id } } mutation set { ${mutation} }`, {}],
  ["behind a fragment", `fragment F on User { id } mutation set { ${mutation} }`, {}],
  ["as a subscription", `subscription s { ${mutation} }`, {}],
])("a mutation is refused before anything is sent: %s", async (_how, text, variables) => {
  await nothingSent(() => reader().graphql(document(text), variables, about));
});

test.each([
  ["device/name", { deviceaddress: "80:00:00:00:01:00:00:01", devicealias: "x" }],
  ["device/address", { projectKey: "k", projectSecret: "secret" }],
  ["device/create", { deviceaddress: "80:00:00:00:01:00:00:01", devicetype: "00:23" }],
  ["device/register", { deviceaddress: "80:00:00:00:01:00:00:01", devicetype: "00:23", devicealias: "x" }],
  ["device/delete", { deviceaddress: "80:00:00:00:01:00:00:01" }],
  ["developer/device/delete/registered", { id: "80:00:00:00:01:00:00:01" }],
  ["developer/devices/transfer", { id: "80:00:00:00:01:00:00:01", user: "a@example.com" }],
  ["device/connect", { deviceaddress: "80:00:00:00:01:00:00:01" }],
  ["device/connect/stop", { deviceaddress: "80:00:00:00:01:00:00:01", connectionid: "1" }],
] as const)("the REST call %s is refused before anything is sent, even the question whose account it is", async (call, input) => {
  const { accountId } = account.sandbox;
  await nothingSent(() => reader(accountId).rest(call, input, about));
});

test("the one REST call that reads goes through", async () => {
  expect((await reader().rest("device/list/all", {}, about)).devices).toEqual([]);
});

test("no resource can create, update or delete with drift's context", async () => {
  const [id = ""] = await account.devices("pump");
  const records = {
    Device: await account.make("Device", { deviceId: id, name: "pump-1", tags: ["a"] }),
    Service: await account.make("Service", { deviceId: id, name: "ssh", application: "SSH" }),
    Webhook: await account.make("Webhook", { url: "https://example.com/hook" }),
    Tag: await account.make("Tag", { name: "pumps" }),
  };
  const wanted = {
    Device: { deviceId: id, name: "other", tags: ["b"], attributes: { a: 1 }, deleteOnDestroy: true },
    Service: { deviceId: id, name: "other", application: 7 },
    Webhook: { url: "https://example.com/other", enabled: true, takeover: true },
    Tag: { name: "valves", color: 3, removeFromAll: true },
  };
  for (const [type, kind] of kinds) {
    const { id: own, outputs } = records[type as keyof typeof records];
    const inputs = wanted[type as keyof typeof wanted] as never;
    const state = { ...outputs, deleteOnDestroy: true } as never;
    const calls = [
      kind.create(account.context(), inputs),
      kind.update(account.context(), own, state, inputs),
      kind.delete(account.context(), own, state),
    ];
    // An update tells what it could not set; the others fail.
    const ended = await Promise.allSettled(calls);
    const told = ended.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : failures(one.value)));
    expect(told.length).toBeGreaterThanOrEqual(calls.length);
    for (const error of told) expect(error).toBeInstanceOf(UnsupportedOperation);
  }
  expect(await account.drift(Object.values(records))).toMatchObject({ findings: [], inSync: [{}, {}, {}, {}] });
});

const failures = (outcome: unknown): unknown[] =>
  ((outcome ?? { failedProperties: [] }) as { failedProperties: { error: Error }[] }).failedProperties.map(({ error }) => error);
