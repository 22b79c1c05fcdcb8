import type { Problems } from "../../../cli/watch/problems";

/** Problems as lines of a test, each with what it was called as; what recovers only after it has failed. */
export function recordProblems(): Problems & { said: string[] } {
  const said: string[] = [];
  const failing = new Set<string>();
  return {
    said,
    failed: (where, error) => {
      failing.add(where);
      said.push(`failed: ${where}: ${(error as Error).message}`);
    },
    recovered: (where) => {
      if (failing.delete(where)) said.push(`recovered: ${where}`);
    },
    warn: (text) => void said.push(`warning: ${text}`),
    info: (text) => void said.push(`info: ${text}`),
  };
}
