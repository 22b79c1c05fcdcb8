import type { FormatOptions } from "../../drift/formats/format";
import { z } from "zod";
import { applyIgnore, type Change, failsOn, type Finding, group, onlyNew, parseIgnore, type Report } from "../../drift";
import { html } from "../../drift/formats/html";
import { json } from "../../drift/formats/json";
import { junit } from "../../drift/formats/junit";
import { markdown, STEP_SUMMARY_LIMIT } from "../../drift/formats/markdown";
import { sarif } from "../../drift/formats/sarif";
import { text } from "../../drift/formats/text";
import { bySection, jsonReport, summaryOf } from "../../drift/report";
import { severityOfChange } from "../../drift/severity";
import { driftEvent, eventText } from "../../drift/watch";
import { field } from "../../provider/core/field";
import { whole } from "./formats/support";
import { changed, reportOf, unmanaged } from "./report";

const wider: Change = { path: "permissions", kind: "update", expected: ["VIEW"], actual: ["ADMIN", "VIEW"], severity: "high" };
const renamed: Change = { path: "name", kind: "update", expected: "ops", actual: "all" };
const role = (changes: Change[], more: Partial<Finding> = {}): Finding =>
  changed({ type: "Role", name: "ops", id: "role-1", changes, severity: "high", ...more });
const member = unmanaged({ type: "Member", name: "eve@example.com", id: "member-1", severity: "high" });
const harmless = unmanaged({ type: "Device", name: "spare", id: "80:00:00:00:01:00:00:07" });

/** As drift lists them: a device that has changed is not told before a member that nobody knows. */
function report(...findings: Finding[]): Report {
  const all = reportOf(...findings.sort(bySection));
  return { ...all, summary: summaryOf(all.findings, all.inSync, 3) };
}

const some = () => report(changed(), harmless, member, role([wider, renamed]));

test("a property tells by itself, by its values or as its kind does whether a change of it is of high severity", () => {
  const of = (
    grantsAccess?: Parameters<typeof field>[2] extends infer M ? (M extends { grantsAccess?: infer G } ? G : never) : never,
  ) => severityOfChange("Device", field(z.unknown(), "", grantsAccess === undefined ? {} : { grantsAccess }), [1, 2]);
  expect([of(), of(true), of(false)]).toEqual([{}, { severity: "high" }, {}]);
  expect(of((declared: unknown, held: unknown) => Number(held) > Number(declared))).toEqual({ severity: "high" });
  expect(of((declared: unknown, held: unknown) => Number(held) < Number(declared))).toEqual({});
});

test("what is of high severity comes first, whatever its status, and is counted", () => {
  const { findings, summary } = some();
  expect(findings.map(({ type, status }) => `${type} ${status}`)).toEqual([
    "Role changed",
    "Member unmanaged",
    "Device changed",
    "Device unmanaged",
  ]);
  expect(summary).toMatchObject({ changed: 2, unmanaged: 2, high: 2 });
  expect(report(harmless).summary).not.toHaveProperty("high");
  expect(group(findings).map(({ type }) => type)).toEqual(["Role", "Member", "Device", "Device"]);
});

test("in JSON a finding and a change have their severity, in the shape of the schema", () => {
  const { findings, ...others } = JSON.parse(whole(json(some()))) as Report;
  expect(jsonReport.safeParse({ ...others, findings }).error).toBeUndefined();
  expect(findings.map(({ severity }) => severity)).toEqual(["high", "high", undefined, undefined]);
  expect(findings[0]?.changes?.map(({ severity }) => severity)).toEqual(["high", undefined]);
});

test("text, Markdown and HTML tell it in a section of its own, before all others, and say how it stands with each", () => {
  const sectionsOf = (written: string) => {
    const main = written.slice(Math.max(written.indexOf("<main"), written.indexOf("Coverage")));
    return ["High severity", "Changed", "Unmanaged"].map((title) => main.search(new RegExp(`(### |^|</span>)${title}\\b`, "m")));
  };
  for (const written of [whole(text(some())), whole(markdown(some(), STEP_SUMMARY_LIMIT)), whole(html(some()))]) {
    expect(written).toContain("4 findings, 2 of high severity, 1 in sync");
    const places = sectionsOf(written);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  }
  expect(whole(text(some()))).toMatch(
    /High severity: .*\n\n {2}1 × Role changed\n.*permissions.*\n[^]*1 × Member unmanaged\n[^]*\nChanged/,
  );
});

test("text leaves none of these groups out, however many there are of others", () => {
  const kinds = ["Member", "DeviceShare", "ConnectLink", "NetworkShare", "NetworkConnection", "IdentityProvider", "Role"];
  const many = kinds.map((type, index) => unmanaged({ type, id: `thing-${index}`, severity: "high" }));
  const written = whole(text(report(...many)));
  for (const type of kinds) expect(written).toContain(`1 × ${type} unmanaged`);
});

test("JUnit and SARIF say it of a result, and SARIF ranks it as an error whatever fails the run", () => {
  expect(whole(junit(some()))).toContain('message="High severity. Unmanaged: ');
  const options: FormatOptions = { failOn: [] };
  const { runs } = JSON.parse(whole(sarif(some(), options))) as { runs: { results: { level: string; rank?: number }[] }[] };
  expect(runs[0]?.results.map(({ level, rank }) => [level, rank])).toEqual([
    ["error", 100],
    ["error", 100],
    ["warning", undefined],
    ["note", undefined],
  ]);
});

test("it can make a run fail by itself", () => {
  expect([failsOn(report(member), ["changed", "high"]), failsOn(report(member), ["changed"])]).toEqual([true, false]);
  expect(failsOn(report(harmless), ["changed", "high"])).toBe(false);
});

test("a thing of which only other changes are left is told among the others", () => {
  const rules = parseIgnore("path:permissions  # as agreed");
  const left = applyIgnore(report(role([wider, renamed]), changed()), rules);
  expect(left.findings.map(({ type, severity, changes }) => [type, severity, changes?.length])).toEqual([
    ["Device", undefined, 3],
    ["Role", undefined, 1],
  ]);
  expect(left.summary).not.toHaveProperty("high");
  const known = onlyNew(report(role([wider, renamed])), {
    formatVersion: 1,
    findings: [],
  });
  expect(known.findings).toMatchObject([{ severity: "high" }]);
});

test("the watch says it of an event", () => {
  const event = driftEvent(member, { id: "A" }, new Date(0));
  expect(event.severity).toBe("high");
  expect(eventText(event)).toMatch(/^1970-01-01T00:00:00.000Z high severity, unmanaged: Member "eve@example.com"/);
});
