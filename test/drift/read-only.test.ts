import { SetWebhookDocument, type TypedDocumentString } from "../../api/generated/graphql";
import { createReadOnlyClient } from "../../provider/client";
import { UnsupportedOperation } from "../../provider/core/errors";
import { kindOf, namedCases } from "../cases/case";
import { settingsFor } from "../client/server";
import { writes } from "../kinds/support";
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

test.each(namedCases)("no %s is created, changed or deleted with drift's context", async (type, one) => {
  const declared = await one.declared(account);
  const record = await account.make(type, declared);
  const kind = kindOf(one);
  const wanted = { ...declared, ...one.changed, deleteOnDestroy: true };
  const state = { ...record.outputs, deleteOnDestroy: true };
  const sent = await writes(account.control);
  const ended = await Promise.allSettled([
    kind.create(account.context(), wanted),
    kind.update(account.context(), record.id, state, wanted),
    kind.delete(account.context(), record.id, state),
  ]);
  expect(await writes(account.control)).toEqual(sent);
  const told = ended.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : failures(end.value)));
  expect(told.some((error) => error instanceof UnsupportedOperation)).toBe(true);
  const { findings, inSync } = await account.drift([record]);
  expect(inSync).toHaveLength(1);
  expect(findings.filter(({ status }) => status !== "unmanaged")).toEqual([]);
});

const failures = (outcome: unknown): unknown[] =>
  ((outcome ?? { failedProperties: [] }) as { failedProperties: { error: Error }[] }).failedProperties.map(({ error }) => error);
