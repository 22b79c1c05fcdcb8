import { isDeepStrictEqual } from "node:util";
import type { Difference } from "./diff";
import { isMap, own } from "./map";
import { type Path, printPath } from "./path";
import { isUnknown } from "./unknown";

/** One place where the declaration differs from state. */
export interface Detail {
  /** Path of the property: `name`, `attributes.$remoteit.color`, `attributes["a b"]`. */
  path: string;
  kind: "add" | "delete" | "update";
  /** Whether another thing is needed for it. */
  replaces: boolean;
}

/** Where exactly the properties of a difference differ: inside maps at every depth, lists as a whole. No path comes twice. */
export function details(
  { changed, replaces }: Difference,
  state: Record<string, unknown>,
  declared: Record<string, unknown>,
): Detail[] {
  return changed.flatMap((name) =>
    places([name], state[name], declared[name]).map(({ path, kind }) => ({
      path: printPath(path),
      kind,
      replaces: replaces.includes(name),
    })),
  );
}

interface Place extends Pick<Detail, "kind"> {
  path: Path;
}

function places(path: Path, held: unknown, declared: unknown): Place[] {
  if (isMap(held) && isMap(declared)) {
    const keys = [...new Set([...Object.keys(held), ...Object.keys(declared)])];
    const inside = keys.flatMap((key) => {
      const [one, other] = [own(held, key) ?? undefined, own(declared, key) ?? undefined];
      return isDeepStrictEqual(one, other) && !isUnknown(other) ? [] : places([...path, key], one, other);
    });
    if (inside.length > 0) return inside;
  }
  return [{ path, kind: kindOf(held ?? undefined, declared ?? undefined) }];
}

function kindOf(held: unknown, declared: unknown): Detail["kind"] {
  if (held === undefined) return "add";
  return declared === undefined ? "delete" : "update";
}
