import { ValidationError } from "../../../provider/core/errors";
import { parseIgnore } from "../../../drift";

test("a rule is conditions and a reason, one a line", () => {
  const text = [
    "# What the load test makes.",
    "",
    'type:service name:"tmp *" until:2026-12-31   # made by the load test',
    "  path:attributes.site.** status:Changed   # the installer's",
    'id:80:00:00:00:01:00:00:01 name:"say \\"hi\\" \\\\ #1" # odd # names',
  ].join("\r\n");
  expect(parseIgnore(text)).toEqual([
    { type: "Service", name: "tmp *", until: "2026-12-31", reason: "made by the load test", source: ".remoteitignore:3" },
    { path: "attributes.site.**", status: "changed", reason: "the installer's", source: ".remoteitignore:4" },
    { id: "80:00:00:00:01:00:00:01", name: 'say "hi" \\ #1', reason: "odd # names", source: ".remoteitignore:5" },
  ]);
});

test.each([
  ["type:Service", "the reason is missing"],
  ["type:Service #", "the reason is missing"],
  ["type:Thing # x", "write one of Device, Service, Webhook"],
  ["status:in-sync # x", "write one of changed, missing, unmanaged, not-checked"],
  ["typ:Device # x", 'there is no condition typ; did you mean "type"'],
  ["tmp-* # x", '"tmp-*" is not a condition'],
  ['name:"tmp # x', '"name:"tmp" is not a condition'],
  ["name:a name:b # x", "name is given twice"],
  ["name:a until:31.12.2026 # x", "write a day as 2026-12-31"],
  ["name:a until:2026-02-30 # x", "write a day as 2026-12-31"],
  ["until:2026-12-31 # x", "it would hide everything"],
  ["# nothing but a reason\n# x\n   \nuntil:2026-12-31 # x", ".remoteitignore:4: it would hide everything"],
  ["path:name status:missing # x", "only what has changed has a path"],
])("%s: the error names the line and what to write", (text, why) => {
  expect(() => parseIgnore(text)).toThrow(ValidationError);
  expect(() => parseIgnore(text)).toThrow(why);
  expect(() => parseIgnore(text)).toThrow(/^Reading the ignore rules \.remoteitignore failed: \.remoteitignore:\d+: /);
});

test("all that is wrong is told at once, with where it comes from", () => {
  const problems = () => {
    try {
      return parseIgnore("name:a\nname:b # fine\nx # y", "--ignore");
    } catch (error) {
      return (error as ValidationError).problems.map(({ path }) => path);
    }
  };
  expect(problems()).toEqual(["--ignore:1", "--ignore:3"]);
});
