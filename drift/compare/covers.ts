import type { Path } from "../../provider/core/path";

/** Whether the place, or one above it, is meant by the pattern, where `*` stands for any name. */
export function covers(pattern: Path, path: Path): boolean {
  return pattern.length <= path.length && pattern.every((key, index) => key === "*" || String(key) === String(path[index]));
}
