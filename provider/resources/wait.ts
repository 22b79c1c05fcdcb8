import { setTimeout as sleep } from "node:timers/promises";
import { operation } from "../client";
import type { Context } from "./context";

/** remote.it throttles those who poll devices: the pauses between two looks grow to this many seconds. */
const LONGEST_PAUSE = 15;

/**
 * Looks until there is an answer or the time, or that of the operation, is over; a last look is taken at its end. With 0 seconds it looks once.
 * Tells the user what is being waited for.
 */
export async function waitFor<T>(
  { log }: Pick<Context, "log">,
  seconds: number,
  reason: string,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = Math.min(Date.now() + seconds * 1000, operation().deadline);
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const answer = await look();
    const left = (end - Date.now()) / 1000;
    if (answer !== undefined || left <= 0) return answer;
    if (pause === 1) log("info", `${reason} Waiting up to ${Math.ceil(left)} s.`);
    const { signal } = operation();
    await sleep(Math.min(pause, left) * 1000, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}
