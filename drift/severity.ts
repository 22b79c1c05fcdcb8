import type { Field, Hints } from "../provider/core/field";
import { kinds } from "./kinds";
import type { Change, Finding } from "./report";

/** Of a finding, or of one change: absent where it is like any other. */
export type Severe = Pick<Change, "severity">;

const high: Severe = { severity: "high" };
const usual: Severe = {};

/** Of a value that is not the declared one. */
export function severityOfChange(
  type: string,
  { marks: { grantsAccess } }: Field,
  [declared, held]: readonly [declared: unknown, held: unknown],
  hints: Hints = {},
): Severe {
  const isHigh =
    typeof grantsAccess === "function"
      ? grantsAccess(declared, held, hints)
      : (grantsAccess ?? kinds.get(type)?.grantsAccess ?? false);
  return isHigh ? high : usual;
}

/** Of a changed thing, by what of its changes is left to tell. */
export const severityOfChanges = (changes: readonly Change[] = []): Severe =>
  changes.some(({ severity }) => severity === "high") ? high : usual;

/** Of a thing that no stack knows. */
export const severityOfUnmanaged = (type: string): Severe => (kinds.get(type)?.grantsAccess ? high : usual);

/** Of a thing that is gone. */
export const severityOfMissing = (type: string): Severe => (kinds.get(type)?.guardsAccess ? high : usual);

/** A changed thing of which only these changes are told. */
export function withChanges({ severity: _before, ...finding }: Finding, changes: Change[]): Finding {
  return { ...finding, ...severityOfChanges(changes), changes };
}
