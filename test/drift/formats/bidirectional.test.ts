import { baselineOf } from "../../../drift";
import { json } from "../../../drift/formats/json";
import { safeJson } from "../../../drift/formats/json-text";
import { sarif } from "../../../drift/formats/sarif";
import { createAlertStore, driftEvent, memoryText } from "../../../drift/watch";
import { unmanaged, reportOf } from "../report";
import { whole } from "./support";

/** Each of them turns the direction of what stands beside it. */
const controls = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c";
const name = `pump${controls}`;
const report = reportOf(unmanaged({ name, changes: [{ path: name, kind: "update", expected: name, actual: { [name]: name } }] }));
const account = report.account;
const now = new Date("2026-06-15T12:00:00Z");
const alerts = createAlertStore([], []);
alerts.update(report, report.findings, () => true);

test.each([
  ["the report", whole(json({ ...report, warnings: [name], stacks: [name] }))],
  ["SARIF", whole(sarif({ ...report, warnings: [name], stacks: [name] }))],
  ["an event of the watch", report.findings.map((finding) => safeJson(driftEvent(finding, account, now))).join("\n")],
  ["the memory of the watch", memoryText(alerts.entries())],
  ["a baseline", safeJson(baselineOf(report), 2)],
])("no character that turns directions stands in %s, and it is read as it was", (_what, text) => {
  expect(text).not.toMatch(/\p{Bidi_Control}/u);
  if (text.includes("pump")) expect(JSON.stringify(JSON.parse(text))).toContain(JSON.stringify(name).slice(1, -1));
});
