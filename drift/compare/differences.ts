import { sameValue, type Field } from "../../provider/core/field";
import type { Change } from "../report";
import type { Path } from "./path";

export interface Difference extends Omit<Change, "path"> {
  path: Path;
}

/** Where two values of a property differ: maps key by key, everything else as a whole. */
export function* differences(field: Field, path: Path, declared: unknown, live: unknown): Generator<Difference> {
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

type AnyMap = Readonly<Record<string, unknown>>;

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

function isMap(value: unknown): value is AnyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const own = (map: AnyMap, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined);
