import fc from "fast-check";
import { statuses, type Change, type Finding, type Managed, type Report } from "../../../drift/report";
import { reportOf } from "./support";

/** What somebody may call a device so that a report harms its reader. */
export const tricks = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  "</style></title></textarea><h1>",
  '"\' onmouseover=alert(1) x="',
  "&lt;b&gt; &amp; &#x3c;",
  "<!-- --> ]]> <![CDATA[",
  "\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007",
  "a\r\nb\tc\u0000d\u0085e\u2028f\u2029g\u007f",
  "\u202egnp.exe\u2066\u200b\ufeff\u00ad",
  "[click](https://evil.example) ![x](https://evil.example/p.png)",
  "https://evil.example www.evil.example mail@evil.example <https://evil.example>",
  "| cell | `` ` ``` \\| \\` ** __ ~~ $x$ | :---",
  "`<b>`` @everyone #1 org/repo#2 :tada:",
  "\n\n# heading\n\n- item\n\n```js\n",
  "</details>\n\n</summary><details open>",
  "::set-output name=x::y",
  "\n::error::boo\n##[add-mask]the##vso[task.setvariable variable=a]b",
  "\ud800 lone \udc00",
  "\ufffe\uffff\u{1f600}\u{e0041}",
  "{0} {{1}} ${x} %s",
  "=cmd|' /C calc'!A0",
  "",
  " ",
  "` ",
  "x".repeat(300),
  "é́́́本社📷👩‍🚀",
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...tricks) },
  fc.array(fc.constantFrom(...tricks), { maxLength: 3 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

const value = fc.oneof(
  hostileText,
  fc.jsonValue({ stringUnit: "binary" }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
);

const change: fc.Arbitrary<Change> = fc
  .record({
    path: hostileText,
    kind: fc.constantFrom("add" as const, "remove" as const, "update" as const),
    one: value,
    other: value,
  })
  .map(({ path, kind, one, other }) => ({
    path,
    kind,
    ...(kind !== "add" && { expected: one }),
    ...(kind !== "remove" && { actual: other }),
  }));

const managed: fc.Arbitrary<Managed> = fc.record({
  type: hostileText,
  id: hostileText,
  name: hostileText,
  urn: hostileText,
  stack: hostileText,
});

const finding: fc.Arbitrary<Finding> = fc
  .record({
    of: managed,
    status: fc.constantFrom(...statuses),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    reason: hostileText,
    fleet: fc.option(fc.record({ fleet: hostileText, reason: hostileText, newcomer: fc.constant(true as const) }), {
      nil: undefined,
    }),
    remedy: hostileText,
  })
  .map(({ of, status, changes, reason, fleet, remedy }) => ({
    status,
    ...(status === "unmanaged" ? { type: of.type, id: of.id, name: of.name } : of),
    ...(status === "changed" && { ...fleet, changes }),
    ...(status === "not-checked" && { reason }),
    remedy,
  }));

/** Reports in which everything that comes from an account or a program is chosen by somebody who means harm. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(finding, { maxLength: 6 }),
    inSync: fc.array(managed, { maxLength: 3 }),
    stacks: fc.array(hostileText, { maxLength: 3 }),
    account: fc.record({ id: hostileText, email: hostileText }),
    hidden: fc.nat({ max: 3 }),
    warnings: fc.array(hostileText, { maxLength: 2 }),
  })
  .map(({ findings, inSync, ...more }) => reportOf(findings, inSync, more));
