import { RequestLimitError } from "../../provider/core/errors";
import { operate } from "../../provider/client";
import { createReadOnlyContext, findDrift, readStack } from "../../drift";
import { settingsFor } from "../client/server";
import { startProxy } from "../support/proxy";
import { useDriftAccount } from "./account";
import { exported, recordOf } from "./state";

const account = useDriftAccount();
const ours = (type: string, id: string) => recordOf(type, id, { name: "x" }, { accountId: account.sandbox.accountId }, id);
const gone = (count: number) => Array.from({ length: count }, (_, index) => ours("Device", `80:00:00:99:00:00:00:${index}`));

test("an account takes one request for each 1,000 devices and one for the webhook, whatever the stack holds", async () => {
  await account.control.reset({ devices: 2500, services: 1 });
  const devices = await ids();
  const progress: [number, number][] = [];
  const report = await account.drift(
    devices.map((id) => ours("Device", id)),
    { progress: (...now) => progress.push(now) },
  );
  expect(report.summary).toMatchObject({ changed: 1000, unmanaged: 4000 });
  expect((await account.control.requests()).byOperation).toEqual({ "graphql:listDevices": 3, "graphql:getWebhook": 1 });
  expect(progress).toEqual([
    [1000, 2500],
    [1999, 2500],
    [2500, 2500],
  ]);
});

test("what is missing takes one request for each 500", async () => {
  expect((await account.drift(gone(1001))).summary.missing).toBe(1001);
  const { byOperation } = await account.control.requests();
  expect(byOperation).toEqual({ "graphql:listDevices": 1, "graphql:getWebhook": 1, "graphql:getDevicesById": 3 });
});

test("with a limit it stops before one request more; what was not read is not checked, with the reason", async () => {
  await account.control.reset({ devices: 2500 });
  const [seen = ""] = await ids();
  const records = [ours("Device", seen), ours("Webhook", account.sandbox.accountId), ...gone(2)];
  const report = await account.drift(records, { maxRequests: 2 });
  expect(report.summary).toMatchObject({ changed: 1, missing: 0, notChecked: 3, unmanaged: 1998 });
  for (const { status, reason, remedy } of report.findings.slice(-3)) {
    expect({ status, reason, remedy }).toMatchObject({
      status: "not-checked",
      remedy: expect.stringContaining("--max-requests") as string,
    });
    expect(reason).toContain("2 requests were allowed");
  }
  expect(report.warnings).toEqual([expect.stringContaining("Only 1999 of 2500 devices were read")]);
  expect((await account.control.requests()).total).toBe(2);
});

test("a limit that the list does not reach leaves the confirmation out", async () => {
  const report = await account.drift(gone(501), { maxRequests: 3 });
  expect(report.summary).toMatchObject({ missing: 500, notChecked: 1 });
  expect(report.warnings).toEqual([]);
});

test("repeated requests count as well, and where nothing could be read there is no report", async () => {
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, maxRetries: 5 });
  const context = createReadOnlyContext(settings, () => undefined);
  await account.control.faults([{ kind: "status", status: 503, times: 5 }]);
  const reading = findDrift(context, [readStack(exported([]))], { maxRequests: 2 });
  await expect(reading).rejects.toBeInstanceOf(RequestLimitError);
  expect((await account.control.requests()).total).toBe(2);
  await account.control.clearFaults();
});

test("only the work itself is limited, not what runs beside it", async () => {
  const { client } = account.context();
  await operate(() => client.account(), { maxRequests: 1 });
  await expect(account.drift([])).resolves.toMatchObject({ findings: [] });
});

test("an aborted signal ends it, with its reason", async () => {
  await account.control.reset({ devices: 2500 });
  const abort = new AbortController();
  const progress = () => abort.abort(new Error("enough"));
  await expect(account.drift([], { signal: abort.signal, progress })).rejects.toThrow("enough");
});

async function ids(): Promise<string[]> {
  const answer = await account.byHand("{ login { devices(size: 1000) { items { id } } } }");
  return (answer as { login: { devices: { items: { id: string }[] } } }).login.devices.items.map(({ id }) => id);
}

test("of each device it asks for what the stacks declare and the report shows, and for nothing else", async () => {
  const [id = ""] = await account.devices("pump");
  const asked = async (declared: object) => {
    const queries: string[] = [];
    const line = await startProxy(account.sandbox.endpoint, async ({ text, forward, answer }) => {
      queries.push(text);
      answer(await forward());
    });
    const { accessKeyId, secretAccessKey } = account.sandbox;
    const context = createReadOnlyContext(settingsFor(line.url, { accessKeyId, secretAccessKey }), () => undefined);
    const stack = readStack(exported([recordOf("Device", id, declared, { accountId: account.sandbox.accountId }, "pump")]));
    const { findings, inSync } = await findDrift(context, [stack]);
    await line.stop();
    const page = queries.map((text) => JSON.parse(text) as { variables: object }).find((one) => "facts" in one.variables);
    return { variables: page?.variables, isChanged: findings.some(({ status }) => status === "changed"), inSync: inSync.length };
  };
  expect(await asked({ name: "pump" })).toMatchObject({
    variables: { tags: false, attributes: false, notificationSettings: false, facts: false },
    isChanged: false,
    inSync: 1,
  });
  expect(await asked({ name: "pump", tags: ["a"] })).toMatchObject({
    variables: { tags: true, attributes: false },
    isChanged: true,
  });
  expect(await asked({ attributes: { a: 1 } })).toMatchObject({ variables: { tags: false, attributes: true }, isChanged: true });
  expect(await asked({ notificationSettings: { emailNotifications: true } })).toMatchObject({
    variables: { notificationSettings: true, attributes: false },
    isChanged: true,
  });
});
