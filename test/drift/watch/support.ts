import fc from "fast-check";
import type { Finding, Report } from "../../../drift";

export const finding = (more: Partial<Finding> = {}): Finding => ({
  status: "changed",
  type: "Device",
  id: "80:01",
  name: "pump",
  urn: "urn:pulumi:dev::shop::x::pump",
  stack: "dev",
  changes: [{ path: "name", kind: "update", expected: "a", actual: "b" }],
  remedy: "pulumi up",
  ...more,
});

export const report = (findings: Finding[], more: Partial<Report> = {}): Report => ({
  stacks: ["dev"],
  account: { id: "mine" },
  summary: { inSync: 0, changed: 0, missing: 0, unmanaged: 0, notChecked: 0, coverage: 1 },
  findings,
  inSync: [],
  hidden: 0,
  warnings: [],
  ...more,
});

export const everything = () => true;

/** A finding of a few things, so that the same ones come again. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    id: fc.constantFrom("80:01", "80:02", "80:0A", "80:0a"),
    status: fc.constantFrom("changed", "missing", "not-checked"),
    changes: fc.uniqueArray(
      fc.record({
        path: fc.constantFrom("name", "tags"),
        kind: fc.constant("update" as const),
        actual: fc.constantFrom("x", "y"),
      }),
      { minLength: 1, selector: ({ path }) => path },
    ),
  })
  .map(({ id, status, changes }) => {
    const { changes: _all, ...alike } = finding({ id, status: status as Finding["status"] });
    return status === "changed" ? { ...alike, changes } : alike;
  });

/** What one comparison finds: each thing once. */
export const anyFindings = fc.uniqueArray(anyFinding, { maxLength: 4, selector: ({ id }) => id.toLowerCase() });
