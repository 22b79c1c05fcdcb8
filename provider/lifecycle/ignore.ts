import type { Path } from "../core/path";
import type { Planned } from "../core/plan";
import type { Plan } from "./apply";

/** Whether the place, or one above it, is meant by the pattern, where `*` stands for any name. */
function covers(pattern: Path, path: Path): boolean {
  return pattern.length <= path.length && pattern.every((key, index) => key === "*" || String(key) === String(path[index]));
}

/** The plan without what the program wants left alone. Of a value that changes as a whole, a part that is ignored keeps the whole. */
export function without(plan: Plan, ignored: readonly Path[]): Plan {
  if (ignored.length === 0) return plan;
  const rest = [...plan].flatMap(([name, change]): [string, Planned][] => {
    if (ignored.some((pattern) => covers(pattern, [name]))) return [];
    if (change.kind !== "leaves") return ignored.some(([first]) => first === name) ? [] : [[name, change]];
    const leaves = change.leaves.filter(({ path }) => !ignored.some((pattern) => covers(pattern, [name, ...path])));
    return leaves.length > 0 ? [[name, { ...change, leaves }]] : [];
  });
  return new Map(rest);
}
