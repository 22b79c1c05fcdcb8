import { type Baseline, baselineOf, onlyNew, parseBaseline, type Report } from "../../drift";
import { changed, reportOf, unmanaged } from "./report";

/** Written to a file and read again. */
const kept = (report: Report): Baseline => parseBaseline(JSON.stringify(baselineOf(report)), "baseline.json");

test("what the baseline knows is hidden, and the coverage stays the account's", () => {
  const report = reportOf(changed(), unmanaged());
  const { findings, hidden, warnings, summary } = onlyNew(report, kept(report));
  expect({ findings, hidden, warnings }).toEqual({ findings: [], hidden: 2, warnings: [] });
  expect(summary).toEqual({ inSync: 1, changed: 0, missing: 0, unmanaged: 0, notChecked: 0, coverage: report.summary.coverage });
});

test("another thing, another status, another property or another value is new", () => {
  const baseline = kept(reportOf(changed(), unmanaged()));
  const more = [{ path: "name", kind: "update", expected: "pump", actual: "again" } as const];
  const fresh = [...more, { path: "tags", kind: "update", expected: [], actual: ["x"] } as const];
  const old = changed().changes ?? [];
  const report = reportOf(
    changed({ changes: [...fresh, ...old.slice(1)] }),
    unmanaged(),
    unmanaged({ id: "80:00:00:00:01:00:00:09", name: "tmp-9" }),
    { ...changed(), status: "missing" },
  );
  const { findings, hidden } = onlyNew(report, baseline);
  expect(findings).toMatchObject([{ changes: fresh }, { name: "tmp-9" }, { status: "missing" }]);
  expect(findings[0]?.changes).toHaveLength(2);
  expect(hidden).toBe(1);
});

test.each([
  ["another declared value", { expected: "valve" }],
  ["another value in the account", { actual: "valve" }],
  ["another kind of change", { kind: "add" }],
] as const)("a change to the same property with %s is new", (_what, other) => {
  const change = { path: "name", kind: "update", expected: "pump", actual: "gate" } as const;
  const baseline = kept(reportOf(changed({ changes: [change] })));
  expect(onlyNew(reportOf(changed({ changes: [change] })), baseline).findings).toEqual([]);
  expect(onlyNew(reportOf(changed({ changes: [{ ...change, ...other }] })), baseline).findings).toHaveLength(1);
});

test("ids are known in any case", () => {
  const report = reportOf(unmanaged({ id: "80:0A:00:00:01:00:00:01" }));
  expect(onlyNew(reportOf(unmanaged({ id: "80:0a:00:00:01:00:00:01" })), kept(report)).findings).toEqual([]);
});

test("an entry that nothing matches any more is warned of, unless its thing was not checked this time", () => {
  const baseline = kept(reportOf(changed(), unmanaged()));
  expect(onlyNew(reportOf(), baseline).warnings).toEqual([
    "In the baseline but no longer in the account: Device pump (changed), Service tmp-7 (unmanaged). Write the baseline again.",
  ]);
  const { warnings, findings } = onlyNew(reportOf({ ...changed(), status: "not-checked", reason: "x" }), baseline);
  expect(warnings).toEqual([expect.not.stringContaining("pump")]);
  expect(findings).toMatchObject([{ status: "not-checked" }]);
});

test("no value of a property stands in it", () => {
  const secretive = [{ path: "attributes.key", kind: "update", expected: "hunter2", actual: "hunter3" } as const];
  const text = JSON.stringify(baselineOf(reportOf(changed({ changes: secretive }))));
  expect(text).toContain("attributes.key");
  expect(text).not.toContain("hunter");
});

test.each([
  ["nothing", "", "It is empty."],
  ["a report", JSON.stringify(reportOf(changed())), "formatVersion"],
  ["a baseline of a later version", '{"formatVersion":2,"findings":[]}', "formatVersion"],
])("%s is no baseline: the error says so, and what to do", (_what, text, why) => {
  expect(() => parseBaseline(text, "baseline.json")).toThrow(why);
  expect(() => parseBaseline(text, "baseline.json")).toThrow(/^Reading the baseline baseline\.json failed: .*Write it again/);
});
