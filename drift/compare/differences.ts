import { sameValue, type Field } from "../../provider/core/field";
import { isMap, own } from "../../provider/core/map";
import type { Path } from "../../provider/core/path";
import type { Change } from "../report";

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

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;
