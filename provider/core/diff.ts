import { isKept, sameValue } from "./field";
import type { Planning, Resource } from "./resource";
import { isUnknown } from "./unknown";

export interface Difference {
  /** Names of the properties that differ, in the order of their declaration. */
  changed: string[];
  /** Those of them that another thing is needed for. */
  replaces: string[];
}

type Diffable = Pick<Resource<never>, "inputs">;

/**
 * What the program now declares against what state holds. A property that the program no longer sets differs too: it is
 * released, which changes state alone.
 */
export function diff(
  resource: Diffable,
  id: string,
  state: Record<string, unknown>,
  declared: Record<string, unknown>,
): Difference {
  const changed: string[] = [];
  const replaces: string[] = [];
  for (const [name, field] of Object.entries(resource.inputs)) {
    const value = declared[name];
    if (field.marks.identity) {
      if (value === undefined || value === null || isUnknown(value) || sameValue(field, id, value)) continue;
      changed.push(name);
      replaces.push(name);
    } else if (isKept(field) && differs(state[name], value, (one, other) => sameValue(field, one, other))) {
      changed.push(name);
      if (field.marks.replaces) replaces.push(name);
    }
  }
  return { changed, replaces };
}

/** What a preview knows of a change before a difference is asked for. @param before - The inputs, or the state, of before. */
export function planningOf(
  resource: Diffable,
  before: Readonly<Record<string, unknown>> | undefined,
  declared: Readonly<Record<string, unknown>>,
  name?: string,
): Planning {
  const names = Object.entries(resource.inputs).filter(
    ([property, field]) =>
      differs(before?.[property], declared[property], (one, other) => sameValue(field, one, other)) &&
      declared[property] !== undefined,
  );
  const isReplaced = names.some(
    ([property, { marks }]) => marks.replaces ?? (marks.identity === true && before?.[property] !== undefined),
  );
  if (before && !isReplaced) return { declared, exists: true, changed: new Set(names.map(([property]) => property)), name };
  return { declared, exists: false, changed: new Set(Object.keys(declared)), name };
}

function differs(held: unknown, declared: unknown, same: (one: unknown, other: unknown) => boolean): boolean {
  const isHeld = held !== undefined && held !== null;
  const isDeclared = declared !== undefined && declared !== null;
  if (!isHeld || !isDeclared) return isHeld !== isDeclared;
  return isUnknown(declared) || !same(held, declared);
}
