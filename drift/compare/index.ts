import type { Fields, Hints } from "../../provider/core/field";
import { liveForm } from "../../provider/core/state";
import type { Change } from "../report";
import type { StackResource } from "../state/stack";
import { type Notes, plain } from "./declared";
import { type Difference, differences } from "./differences";
import { covers } from "./covers";
import { type Path, parsePath, printPath } from "../../provider/core/path";

export interface Comparison {
  changes: Change[];
  /** Paths of declared values that cannot be compared: they are encrypted in the state, or it does not hold them. */
  untold: string[];
}

const HIDDEN = "[secret]";

/**
 * What the program declared against what the account holds, told in the same terms. Only what is declared counts, and only
 * what means something else.
 */
export function compare(
  fields: Fields,
  { inputs, ignoreChanges = [] }: Pick<StackResource, "inputs" | "ignoreChanges">,
  live: Readonly<Record<string, unknown>>,
  hints?: Hints,
): Comparison {
  const notes: Notes = { secrets: [], untold: [] };
  const ignored = ignoreChanges.map(parsePath);
  const isMeant = (path: Path) => !ignored.some((pattern) => covers(pattern, path));
  const found: Difference[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const declared = plain(inputs[name], [name], notes);
    if (declared === undefined) continue;
    if (field.marks.secret) notes.secrets.push([name]);
    found.push(...differences(field, [name], declared, liveForm(field, declared, live[name], hints)));
  }
  return {
    changes: found.filter(({ path }) => isMeant(path)).map((difference) => shown(difference, notes.secrets)),
    untold: notes.untold.filter(isMeant).map(printPath),
  };
}

/** A secret at, above or below the place hides the values whole. */
function shown({ path, kind, ...values }: Difference, secrets: readonly Path[]): Change {
  const isSecret = secrets.some((secret) => covers(secret, path) || covers(path, secret));
  const visible = isSecret ? Object.fromEntries(Object.keys(values).map((side) => [side, HIDDEN])) : values;
  return { path: printPath(path), kind, ...visible };
}
