import { isDeepStrictEqual } from "node:util";
import { type Field, type Hints, sameValue } from "./field";
import { type AnyMap, isMap, own } from "./map";
import type { Path } from "./path";

/** What a run shows that it changes about one property, and so all that it may write. */
export type Planned = PlannedWhole | PlannedElements | PlannedLeaves;

interface PlannedWhole {
  kind: "whole";
  from: unknown;
  to: unknown;
}

/** Of a set. Without `from`, the property was not managed before: then the plan shows the whole set. */
interface PlannedElements {
  kind: "elements";
  from: readonly unknown[] | undefined;
  to: readonly unknown[];
}

/** Of a map, at every depth. */
interface PlannedLeaves {
  kind: "leaves";
  leaves: Leaf[];
}

interface Leaf {
  path: Path;
  from: unknown;
  /** Undefined, or null where that is no value, where the program no longer names it: it is removed. */
  to: unknown;
  /** Whether null is a value that is written, and nothing is ever removed. */
  isKey?: true;
}

/** What is written of a plan, given what the account holds now. */
export interface Write {
  /** What the account is to hold. */
  target: unknown;
  /** Of a set: what is added and what is taken away. */
  add: unknown[];
  remove: unknown[];
  /** Places that another hand has changed since, and that are written all the same: the plan shows them. */
  overwritten: Path[];
  /** Places that the plan removes and another hand has changed since: they are left. */
  left: Path[];
}

/** What changes from one value of a property to another; undefined where nothing does, or where the program lets go of it. */
export function planned(field: Field, from: unknown, to: unknown): Planned | undefined {
  if (to === undefined || to === null) return undefined;
  const isNew = from === undefined || from === null;
  if (!isNew && sameValue(field, from, to)) return undefined;
  if (field.marks.parts === "elements" && Array.isArray(to)) {
    return { kind: "elements", from: Array.isArray(from) ? from : undefined, to };
  }
  if ((field.marks.parts === "leaves" || field.marks.parts === "keys") && isMap(to)) {
    const before = isMap(from) ? from : {};
    const leaves = [...(field.marks.parts === "keys" ? keysOf(before, to) : leavesOf([], before, to))];
    return leaves.length > 0 ? { kind: "leaves", leaves } : undefined;
  }
  return { kind: "whole", from, to };
}

/** Keys that leave the program are let go of. */
function* keysOf(from: AnyMap, to: AnyMap): Generator<Leaf> {
  for (const key of Object.keys(to)) {
    const [before, after] = [own(from, key), own(to, key)];
    if (after !== undefined && !isDeepStrictEqual(before, after)) yield { path: [key], from: before, to: after, isKey: true };
  }
}

function* leavesOf(path: Path, from: unknown, to: unknown): Generator<Leaf> {
  if (isMap(to) && (isMap(from) || from === undefined || from === null)) {
    const before = isMap(from) ? from : {};
    const keys = new Set([...Object.keys(before), ...Object.keys(to)]);
    // A map with nothing in it is a leaf of its own where there was none.
    if (keys.size > 0 || isMap(from)) {
      for (const key of keys) yield* leavesOf([...path, key], own(before, key), own(to, key));
      return;
    }
  }
  // A map that the program takes out goes leaf by leaf: what others put there stays.
  if (isMap(from) && (to === undefined || to === null)) {
    for (const key of Object.keys(from)) yield* leavesOf([...path, key], own(from, key), undefined);
    return;
  }
  if (!isDeepStrictEqual(from ?? undefined, to ?? undefined)) yield { path, from, to };
}

/**
 * What there is to write of a plan; undefined where the account is so already, or has nothing left to remove.
 *
 * @param hints - What comparing a declared value with the account's takes besides.
 */
export function writeOf(field: Field, plan: Planned, live: unknown, hints: Hints = {}): Write | undefined {
  const isSame = (declared: unknown, found: unknown) => sameValue(field, declared, found, hints);
  if (plan.kind === "elements")
    return writeElements(plan, Array.isArray(live) ? live : [], (one, other) => isSame([one], [other]));
  if (plan.kind === "leaves") return writeLeaves(plan, live);
  if (isDeepStrictEqual(live ?? undefined, plan.to)) return undefined;
  // Another form that means the same is as good, unless it is the very one that the plan changes.
  if (!isAbsent(live) && isSame(plan.to, live) && !isDeepStrictEqual(live, plan.from)) return undefined;
  const isForeign = !isAbsent(plan.from) && !isSame(plan.from, live);
  return { target: plan.to, add: [], remove: [], overwritten: isForeign ? [[]] : [], left: [] };
}

/**
 * Elements are told apart exactly: whether two spellings are one element, the account decides once it is asked. One that the plan
 * removes goes however the account spells it.
 */
function writeElements(
  { from, to }: PlannedElements,
  live: readonly unknown[],
  isSame: (declared: unknown, held: unknown) => boolean,
): Write | undefined {
  const isIn = (list: readonly unknown[], item: unknown) => list.some((other) => isDeepStrictEqual(other, item));
  const unique = to.filter((item, index) => to.findIndex((other) => isDeepStrictEqual(other, item)) === index);
  const wanted = from === undefined ? unique : unique.filter((item) => !isIn(from, item));
  const add = wanted.filter((item) => !isIn(live, item));
  const isMeant = (list: readonly unknown[], item: unknown) => list.some((one) => isSame(one, item));
  const isRemoved = (item: unknown) => from === undefined || isIn(from, item) || (isMeant(from, item) && !isMeant(to, item));
  const remove = live.filter((item) => !isIn(to, item) && isRemoved(item));
  if (add.length === 0 && remove.length === 0) return undefined;
  return { target: [...live.filter((item) => !isIn(remove, item)), ...add], add, remove, overwritten: [], left: [] };
}

function writeLeaves({ leaves }: PlannedLeaves, live: unknown): Write | undefined {
  const write: Write = { target: live ?? {}, add: [], remove: [], overwritten: [], left: [] };
  let isChanged = false;
  for (const { path, from, to, isKey } of leaves) {
    const now = at(live, path);
    if (isDeepStrictEqual(now ?? undefined, to ?? undefined)) continue;
    const isForeign = !isAbsent(now) && !isDeepStrictEqual(now, from ?? undefined);
    if (isAbsent(to) && isForeign && !isKey) {
      write.left.push(path);
      continue;
    }
    if (isForeign && !isAbsent(from)) write.overwritten.push(path);
    write.target = placed(write.target, path, isKey ? to : (to ?? undefined));
    isChanged = true;
  }
  return isChanged || write.left.length > 0 ? { ...write, target: isChanged ? write.target : live } : undefined;
}

/** What the program declares, and what the plan removes but the account still holds: what state keeps, so that it is tried again. */
export function withRemovals(plan: Planned, declared: unknown, live: unknown): unknown {
  if (plan.kind !== "leaves") return declared;
  const standing = plan.leaves.filter(
    ({ path, from, to, isKey }) => !isKey && isAbsent(to) && isDeepStrictEqual(at(live, path), from),
  );
  return standing.reduce((value, { path, from }) => placed(value, path, from), declared);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isMap(inner) ? own(inner, String(key)) : undefined), value);
}

/** The map with another value at the path; without one where the value is undefined, and without maps that are emptied by that. */
function placed(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  const map = isMap(value) ? value : {};
  const inner = placed(own(map, String(key)), rest, leaf);
  const others = Object.entries(map).filter(([name]) => name !== String(key));
  const isGone = inner === undefined || (leaf === undefined && isMap(inner) && Object.keys(inner).length === 0);
  // fromEntries: a key such as __proto__ is a key like any other.
  return Object.fromEntries(isGone ? others : [...others, [String(key), inner]]);
}

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
