import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { text } from "../../../drift/formats/text";
import { hostileReport } from "./hostile";
import { changed, empty, large, managed, reportOf, small, unmanaged, whole } from "./support";

const lines = (chunks: Iterable<string>) => whole(chunks).split("\n");

test("the summary comes first", () => {
  expect(lines(text(small())).slice(0, 8)).toEqual([
    "Drift of prod, staging against the account ops@example.com",
    "10 findings, 24 in sync",
    "",
    "  Changed       6",
    "  Missing       1",
    "  Unmanaged     2",
    "  Not checked   1",
    "  In sync      24",
  ]);
});

test("the same change on many devices is told once, with their number, a few of them and the remedy", () => {
  const told = whole(text(reportOf(large(50).findings)));
  expect(told).toContain(`
  25 × Device  ~ tags  ["fleet"] → []
    • 80:00:00:00:01:00:00:00  sensor-0000
    • 80:00:00:00:01:00:00:01  sensor-0001
    • 80:00:00:00:01:00:00:02  sensor-0002
    … and 22 more
    → pulumi up
`);
});

test("5,000 findings take about a screen; with `all` each of them is there", () => {
  expect(lines(text(large())).length).toBeLessThan(70);
  const every = whole(text(large(), { all: true }));
  for (const { id } of large().findings) expect(every).toContain(`    • ${id}  `);
  expect(every).not.toContain("…");
});

test("what is left out is counted", () => {
  const told = whole(text(large()));
  expect(told).toContain("  … and 374 findings of 9 other kinds (--all shows them)\n");
});

test("a property and its values stand in columns, whatever script the path is written in", () => {
  const changes = [
    { path: "attributes.本社", kind: "update" as const, expected: 1, actual: 2 },
    { path: "name", kind: "remove" as const, expected: "a" },
    { path: "attributes.📷", kind: "add" as const, actual: "b" },
  ];
  expect(whole(text(reportOf([changed(1, changes)])))).toContain(`
    ~ attributes.本社  1 → 2
    - name             "a" → (none)
    + attributes.📷    (not declared) → "b"
`);
});

test("an account as declared says so, and what is hidden or doubtful is said too", () => {
  expect(whole(text(reportOf([], [managed(1)])))).toContain("\nNo drift: 1 resource as declared\n");
  expect(whole(text(empty()))).toContain("\nThere is nothing to compare\n");
  const hiding = whole(text(reportOf([], [managed(1)], { hidden: 2, warnings: ["the list changed while it was read"] })));
  expect(hiding).toContain("No drift: 1 resource as declared, apart from what is hidden");
  expect(hiding).toContain("  2 findings are hidden by ignore rules or the baseline.");
  expect(hiding).toContain("  Warning: the list changed while it was read");
});

test("coverage is not rounded up to all", () => {
  const report = reportOf([unmanaged(1)], [managed(2)]);
  report.summary.coverage = 1;
  expect(whole(text(report))).toContain("Coverage: 99.9%");
});

test("colour is there when asked for, and changes no word", () => {
  const [plain, coloured] = [whole(text(small())), whole(text(small(), { colour: true }))];
  expect(coloured).toContain("\u001b[33m");
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test("no name puts a control character, a line or a command for the runner into the text", () => {
  fc.assert(
    fc.property(hostileReport, fc.boolean(), (report, all) => {
      for (const line of lines(text(report, { all }))) {
        expect(line).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        expect(line).not.toMatch(/^\s*(::|##)|##\w*\[/);
      }
    }),
  );
});
