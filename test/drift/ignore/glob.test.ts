import fc from "fast-check";
import { fits, glob } from "../../../drift/ignore/glob";
import { applyIgnore, parseIgnore } from "../../../drift";
import { changed, reportOf, unmanaged } from "../report";

test.each([
  ["pump (old)*", "pump (old) 7"],
  ["*[lab]*", "a [lab] b"],
  ["{a,b}*", "{a,b}-1"],
  ["+(x)*", "+(x)y"],
  ["!*", "!x"],
  ["a.b/*", "a.b/c/d"],
  ["^a|b$*", "^a|b$"],
  ["tmp-?", "tmp-7"],
  ["tmp-?", "tmp-\u{1f600}"],
  ["*\u{1f600}", "tmp-\u{1f600}"],
  ["a\\*b", "a*b"],
  ["C:\\temp*", "C:\\temp\\x"],
  ["a**b", "a--b"],
  ["*", ""],
  ["a\nb*", "a\nb\nc"],
])("%s means %s", (pattern, text) => {
  expect(glob(pattern)(text)).toBe(true);
});

test.each([
  ["pump (old)*", "pump old"],
  ["*[lab]*", "pump-l"],
  ["{a,b}*", "a-1"],
  ["!(x)*", "y"],
  ["tmp-?", "tmp-"],
  ["a\\*b", "axb"],
  ["pump", "pump-1"],
  ["pump*", "Pump-1"],
  ["a.c*", "abc"],
])("%s does not mean %s", (pattern, text) => {
  expect(glob(pattern)(text)).toBe(false);
});

test("in paths, too, brackets and braces mean themselves", () => {
  const report = reportOf(
    changed({
      changes: ["floor (2)", "floor [2]", "floor {2}", "floor 2"].map((key) => ({
        path: `attributes[${JSON.stringify(key)}]`,
        kind: "add" as const,
        actual: 1,
      })),
    }),
  );
  const left = (line: string) =>
    applyIgnore(report, parseIgnore(line)).findings.flatMap(({ changes = [] }) => changes.map(({ path }) => path));
  expect(left('path:"attributes[\\"floor (*\\"]" # x')).toHaveLength(3);
  expect(left('path:"attributes[\\"*{2}\\"]" # x')).toHaveLength(3);
  expect(left('path:"attributes[\\"* [[2]\\"]" # x')).toHaveLength(4);
});

const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });

test("whatever the pattern, it means what a regular expression would", () => {
  fc.assert(
    fc.property(letters, fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 }), (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
      expect(glob(pattern)(text)).toBe(expression.test(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each(["*a*a*a*a*a*a*a*a*b", `${"*a".repeat(500)}*b`, `*${"a".repeat(200)}b`, "?*".repeat(300) + "b"])(
  "no pattern takes seconds: %.30s",
  (pattern) => {
    const matches = glob(pattern);
    expect(matches("a".repeat(100_000))).toBe(false);
  },
);

test("nor does a path with many parts that stand for any number", () => {
  const path = Array.from({ length: 2_000 }, () => "a");
  const pattern = Array.from({ length: 50 }, () => ["**", "a"]).flat();
  let steps = 0;
  expect(
    fits(
      [...pattern, "b"],
      path,
      (part) => part === "**",
      (part, key) => {
        steps += 1;
        return part === key;
      },
    ),
  ).toBe(false);
  expect(steps).toBeLessThan(pattern.length * path.length);
  const rules = parseIgnore(`path:${"**.a.".repeat(20)}b # x\nname:${"*a".repeat(40)}b # y`);
  const deep = `attributes.${"a.".repeat(200)}a`;
  const report = reportOf(changed({ changes: [{ path: deep, kind: "add", actual: 1 }] }), unmanaged({ name: "a".repeat(5_000) }));
  expect(applyIgnore(report, rules).findings).toHaveLength(2);
});
