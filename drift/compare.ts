import { type Field, sameValue } from "../provider/core/field";
import { isMap, own } from "../provider/core/map";
import { parsePath, type Path, printPath } from "../provider/core/path";
import { liveForm } from "../provider/core/state";
import { type AnyLive, kinds } from "./kinds";
import type { Change } from "./report";
import { severityOfChange } from "./severity";
import { Secret, unknown } from "./state/secret";
import type { StackResource } from "./state/stack";

export interface Comparison {
  changes: Change[];
  /** Paths of declared values that cannot be compared: they are encrypted in the state, or it does not hold them. */
  unknown: string[];
}

const HIDDEN = "[secret]";

/**
 * What the program declared against what the account holds, in the same terms. Only what is declared counts, and only what
 * means something else.
 */
export function compare(
  { type, inputs, ignoreChanges = [] }: Pick<StackResource, "type" | "inputs" | "ignoreChanges">,
  live: Pick<AnyLive, "inputs" | "hints">,
): Comparison {
  const notes: Notes = { secrets: [], unknown: [] };
  const ignored = ignoreChanges.map(parsePath);
  const isMeant = (path: Path) => !ignored.some((pattern) => covers(pattern, path));
  const found: Difference[] = [];
  const fields = kinds.get(type)?.inputs ?? {};
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (!field || inputs[name] === undefined) continue;
    const declared = unmarked(inputs[name], [name], notes);
    if (declared === undefined) continue;
    if (field.marks.secret) notes.secrets.push([name]);
    const actual = liveForm(field, declared, own(live.inputs, name), live.hints);
    if (actual === declared) continue; // it is the same, as nearly always
    const instead = isAbsent(actual) ? alternativeTo(type, field, inputs, live) : [];
    found.push(...instead);
    // What stands in its place says how much it lets in.
    const severity = instead.length > 0 ? {} : severityOfChange(type, field, [declared, actual], live.hints);
    for (const difference of differences(field, [name], declared, actual))
      found.push({ ...told(field, difference), ...severity });
  }
  if (found.length === 0) return { changes: [], unknown: notes.unknown.filter(isMeant).map(printPath) };
  const isSecret = near(notes.secrets);
  return {
    changes: found.filter(({ path }) => isMeant(path)).map((difference) => shown(difference, isSecret(difference.path))),
    unknown: notes.unknown.filter(isMeant).map(printPath),
  };
}

/** What the account holds in place of a declared property, which says the same in another way. */
function alternativeTo(
  type: string,
  { marks: { alternative = "" } }: Field,
  declared: Readonly<Record<string, unknown>>,
  live: Pick<AnyLive, "inputs">,
): Difference[] {
  const field = kinds.get(type)?.inputs[alternative];
  const actual = own(live.inputs, alternative);
  if (!field || isAbsent(actual) || declared[alternative] !== undefined) return [];
  return [told(field, { path: [alternative], kind: "add", actual, ...severityOfChange(type, field, [undefined, actual]) })];
}

/** What stands in a declared value beside what can be compared. */
export interface Notes {
  /** Where a value is a secret, known or not. */
  secrets: Path[];
  /** Where the state does not hold the value: it is encrypted, or was not known yet. */
  unknown: Path[];
}

/** The declared value without its marks. What cannot be compared is left out of it, a list as a whole, and noted. */
export function unmarked(value: unknown, path: Path, notes: Notes): unknown {
  if (value instanceof Secret) {
    notes.secrets.push(path);
    return unmarked(value.value === undefined ? unknown : value.value, path, notes);
  }
  if (value === unknown) {
    notes.unknown.push(path);
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => unmarked(item, [...path, index], notes));
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, unmarked(item, [...path, key], notes)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

export interface Difference extends Omit<Change, "path"> {
  path: Path;
}

/** Where two values of a property differ: maps key by key, everything else as a whole. */
function* differences(field: Field, path: Path, declared: unknown, live: unknown): Generator<Difference> {
  if (isAbsent(declared) ? isAbsent(live) : !isAbsent(live) && sameValue(field, declared, live)) return;
  if (isMap(declared) && (isAbsent(live) || isMap(live))) {
    const found = isMap(live) ? live : {};
    for (const key of new Set([...Object.keys(declared), ...Object.keys(found)])) {
      yield* differences(field, [...path, key], own(declared, key), own(found, key));
    }
  } else if (isAbsent(declared)) {
    yield { path, kind: "add", actual: live };
  } else if (isAbsent(live)) {
    yield { path, kind: "remove", expected: declared };
  } else {
    yield { path, kind: "update", expected: declared, actual: live };
  }
}

/** Of a value that is not the declared one no program says whether it may be shown. */
function told({ marks }: Field, difference: Difference): Difference {
  return marks.told && "actual" in difference ? { ...difference, actual: marks.told(difference.actual) } : difference;
}

export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** What is a secret, or holds one, is hidden whole. */
export function shown({ path, kind, severity, ...values }: Difference, isSecret: boolean): Change {
  const visible = isSecret ? Object.fromEntries(Object.keys(values).map((side) => [side, HIDDEN])) : values;
  return { path: printPath(path), kind, ...(severity && { severity }), ...visible };
}

/** Whether one of the places lies at, above or below a path. There may be many of either. */
export function near(places: readonly Path[]): (path: Path) => boolean {
  const at = new Set(places.map(keyOf));
  const above = new Set(places.flatMap(prefixes).map(keyOf));
  return (path) => above.has(keyOf(path)) || prefixes(path).some((prefix) => at.has(keyOf(prefix)));
}

/** The path and each that lies above it. */
const prefixes = (path: Path): Path[] => path.map((_, index) => path.slice(0, index + 1));

const keyOf = (path: Path): string => JSON.stringify(path.map(String));

/** Whether the place, or one above it, is meant by the pattern, where `*` stands for any name. */
export function covers(pattern: Path, path: Path): boolean {
  return pattern.length <= path.length && pattern.every((key, index) => key === "*" || String(key) === String(path[index]));
}
