import { execFileSync } from "node:child_process";

/**
 * Kills a process and all that it has started, at once: none of them can finish what it is at. The engine's plugins outlive
 * it, each in a process group of its own: so they are found by their parents, before it is gone.
 */
export function killTree(root: number | undefined): void {
  if (root === undefined) return;
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const tree = [root];
  for (const pid of tree) tree.push(...parents.flatMap(([child = 0, parent]) => (parent === pid ? [child] : [])));
  for (const pid of tree) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it has ended by itself
    }
  }
}
