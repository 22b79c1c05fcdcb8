import { applyIgnore, parseIgnore, type Report } from "../../../drift";
import { changed, managed, reportOf, unmanaged } from "../report";

const now = new Date("2026-06-15T12:00:00Z");
const apply = (report: Report, ...lines: string[]) => applyIgnore(report, parseIgnore(lines.join("\n")), now);
const paths = ({ findings }: Report) => findings.flatMap(({ changes = [] }) => changes.map(({ path }) => path));

test.each([
  ["type:Service # x", ["Device pump"]],
  ["status:unmanaged # x", ["Device pump"]],
  ["id:80:00:00:00:01:00:00:02 # x", ["Device pump"]],
  ["name:TMP-* # x", ["Device pump", "Service tmp-7"]],
  ["name:tmp-? # x", ["Device pump"]],
  ["name:{pump,tmp-*} # x", ["Device pump", "Service tmp-7"]],
  ["name:* # x", []],
  ["type:Device name:tmp-* # x", ["Device pump", "Service tmp-7"]],
])("%s leaves %j", (line, left) => {
  const report = apply(reportOf(changed(), unmanaged()), line);
  expect(report.findings.map(({ type, name }) => `${type} ${name}`)).toEqual(left);
  expect(report.hidden).toBe(2 - left.length);
});

test("a name with slashes, dots or brackets is a name like any other", () => {
  const report = reportOf(unmanaged({ name: ".site/north (old)" }));
  expect(apply(report, "name:*north* # x").findings).toEqual([]);
  expect(apply(report, 'name:".site/north (old)" # x').findings).toEqual([]);
});

test.each([
  ["path:name # x", ["attributes.site.floor", "attributes.color"]],
  ["path:attributes.* # x", ["name", "attributes.site.floor"]],
  ["path:attributes.** # x", ["name"]],
  ["path:**.floor # x", ["name", "attributes.color"]],
  ['path:"attributes[\\"color\\"]" # x', ["name", "attributes.site.floor"]],
  ["path:attributes # x", ["name", "attributes.site.floor", "attributes.color"]],
])("%s takes these changes away and leaves %j", (line, left) => {
  const report = apply(reportOf(changed()), line);
  expect(paths(report)).toEqual(left);
  expect(report.summary).toMatchObject({ changed: 1, inSync: 1 });
  expect(report.hidden).toBe(0);
});

test("a finding without any change left is in sync", () => {
  const report = apply(reportOf(changed(), unmanaged()), "path:attributes.** # x", "path:name # y");
  const { urn, stack } = changed();
  expect(report.inSync).toEqual([managed, { type: "Device", id: changed().id, name: "pump", urn, stack }]);
  expect(report).toMatchObject({ findings: [{ status: "unmanaged" }], hidden: 1, warnings: [] });
  expect(report.summary).toEqual({ inSync: 2, changed: 0, missing: 0, unmanaged: 1, notChecked: 0, coverage: 0.6666 });
});

test("where something could not be compared beside, it is not checked then", () => {
  const report = apply(reportOf(changed({ reason: "encrypted" })), "path:** # x");
  expect(report.findings).toMatchObject([{ status: "not-checked", reason: "encrypted" }]);
  expect(report.findings[0]).not.toHaveProperty("changes");
});

test("what is ignored is out of the coverage where nobody manages it, and in where somebody does", () => {
  const report = reportOf(changed(), unmanaged());
  expect(report.summary.coverage).toBe(0.6666);
  expect(apply(report, "status:unmanaged # x").summary.coverage).toBe(1);
  expect(apply(report, "status:changed # x").summary).toMatchObject({ changed: 0, inSync: 1, coverage: 0.6666 });
});

test("a rule holds on its last day, and is warned of from the next one on", () => {
  expect(apply(reportOf(unmanaged()), "type:Service until:2026-06-15 # x")).toMatchObject({ findings: [], warnings: [] });
  const report = apply(reportOf(unmanaged()), "type:Service until:2026-06-14 # the test");
  expect(report.findings).toHaveLength(1);
  expect(report.warnings).toEqual([expect.stringMatching(/^\.remoteitignore:1: .*2026-06-14 \(the test\)/)]);
});

test("a rule that hides nothing is warned of, with its place and its reason", () => {
  const report = apply(reportOf(changed()), "type:Service # gone by now", "path:tags # never", "type:Device # used");
  expect(report.warnings).toEqual([
    "Ignore rules that hide nothing: .remoteitignore:1 (gone by now), .remoteitignore:2 (never). Remove what is out of date.",
  ]);
});

test("the report that was given stays as it was", () => {
  const report = reportOf(changed(), unmanaged());
  const before = structuredClone(report);
  apply(report, "path:** # x", "type:Service # y");
  expect(report).toEqual(before);
});
