import { readFileSync } from "node:fs";

/** Clock ticks of /proc: 100 a second on every Linux that Node runs on. */
const TICK = 10;

/** utime and stime, then those of the children that have ended: the 14th to 17th of the fields. */
const OWN = 2;
const WITH_CHILDREN = 4;

/**
 * Milliseconds of CPU that this process and its ended children have used, theirs included; NaN where the system has no
 * /proc. Unlike the wall clock, it hardly changes while others keep the machine busy.
 */
export const cpuTime = (): number => used("self", WITH_CHILDREN);

/** The same of another process, without its children. */
export const cpuTimeOf = (pid: number): number => used(`${pid}`, OWN);

function used(process: string, fields: number): number {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, "utf8");
    // The command's name, the second field, is in brackets and may hold spaces; the third is the first after it.
    const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return afterName.slice(11, 11 + fields).reduce((sum, ticks) => sum + Number(ticks) * TICK, 0);
  } catch {
    return Number.NaN;
  }
}
