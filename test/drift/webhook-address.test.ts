import { baselineOf, type Report } from "../../drift";
import { adoptCode, importFile, readUnmanaged } from "../../drift/adopt";
import { formats } from "../../drift/formats";
import { driftEvent, eventText } from "../../drift/watch";
import { useDriftAccount } from "./account";
import { encrypted, secret, type StateRecord } from "./state";

const account = useDriftAccount();

const url = "https://hooks.example.com/in/7f2c9a?key=open";
const theirs = "https://user:p4ssw@elsewhere.example.net:8443/in/c0ffee#x";
const SET = "mutation($url: String) { setNotificationSettings(notificationUrl: $url, urlNotifications: true) }";

/** A report in every form in which it leaves the program. */
function allOf(report: Report): [string, string][] {
  const whole = { all: true, failOn: ["changed", "missing", "unmanaged", "not-checked"] } as const;
  const events = report.findings.map((finding) => driftEvent(finding, report.account, new Date(0)));
  return [
    ...Object.entries(formats).map(([name, { write }]): [string, string] => [name, [...write(report, whole)].join("")]),
    ["baseline", JSON.stringify(baselineOf(report))],
    ["event", JSON.stringify(events)],
    ["line of the watch", events.map(eventText).join("\n")],
  ];
}

async function webhook(declared: unknown = url): Promise<StateRecord> {
  const made = await account.make("Webhook", { url });
  return { ...made, inputs: { ...made.inputs, url: declared } };
}

test.each([
  ["a secret", () => secret(url)],
  ["a secret that the state does not tell", () => encrypted],
])("an address that the program calls %s shows in no form of a report, whatever the account holds", async (_what, declared) => {
  const record = await webhook(declared());
  const inSync = await account.drift([record]);
  const leaving = await account.drift([{ ...record, delete: true }]);
  await account.byHand(SET, { url: theirs });
  const changed = await account.drift([record]);
  await account.byHand(SET, { url: "" });
  const missing = await account.drift([record]);
  expect([leaving, missing].map(({ findings }) => findings[0]?.status)).toEqual(["unmanaged", "missing"]);
  for (const report of [inSync, leaving, changed, missing])
    for (const [, text] of allOf(report)) expect(text).not.toMatch(/hooks|7f2c9a|elsewhere|c0ffee|p4ssw/);
});

test("one that is known to be a secret differs as [secret] from [secret]", async () => {
  const record = await webhook(secret(url));
  await account.byHand(SET, { url: theirs });
  expect((await account.drift([record])).findings[0]?.changes).toEqual([
    { path: "url", kind: "update", expected: "[secret]", actual: "[secret]" },
  ]);
});

test("in place of a declared address that is no secret another is shown without its path", async () => {
  const record = await webhook();
  await account.byHand(SET, { url: theirs });
  const report = await account.drift([record]);
  expect(report.findings[0]?.changes).toEqual([
    { path: "url", kind: "update", expected: url, actual: "https://elsewhere.example.net:8443/…" },
  ]);
  for (const [, text] of allOf(report)) expect(text).not.toMatch(/c0ffee|p4ssw/);
});

test("an address that no stack knows is shown without its path", async () => {
  await account.byHand(SET, { url: theirs });
  const report = await account.drift([]);
  expect(report.findings).toMatchObject([{ status: "unmanaged", type: "Webhook", name: "https://elsewhere.example.net:8443/…" }]);
  for (const [, text] of allOf(report)) expect(text).not.toMatch(/c0ffee|p4ssw/);
  await account.byHand(SET, { url: "https://elsewhere.example.net" });
  expect((await account.drift([])).findings).toMatchObject([{ name: "https://elsewhere.example.net" }]);
});

test("the program that adopts it has it, with a word on that; the file for `pulumi import` has not", async () => {
  await account.byHand(SET, { url: theirs });
  const unmanaged = await readUnmanaged(account.context(), (await account.drift([])).findings);
  const code = [...adoptCode(unmanaged, "typescript")].join("");
  expect(code).toContain(`new Webhook("webhook", { url: "${theirs}" });`);
  expect(code).toContain("// Whoever knows this url may be let in by it:");
  expect([...importFile(unmanaged)].join("")).not.toContain("elsewhere");
});
