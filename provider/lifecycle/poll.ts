import { setTimeout as sleep } from "node:timers/promises";
import { operation, secondsLeft } from "../client";
import type { Context } from "./context";

/** remote.it throttles those who poll devices (api/README.md, D): the pauses between two looks grow to this many seconds. */
const LONGEST_PAUSE = 15;

/** The last look is taken so many seconds before the time of the operation is over: it has to be sent within it. */
const LAST_LOOK = 0.1;

/**
 * Looks until there is an answer or the time, or that of the operation, is over; a last look is taken at its end. With 0 seconds
 * it looks once. Tells the user what is being waited for.
 */
export async function poll<T>(
  { log }: Pick<Context, "log">,
  seconds: number,
  reason: string,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = performance.now() + Math.min(seconds, secondsLeft() - LAST_LOOK) * 1000;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const answer = await look();
    const left = (end - performance.now()) / 1000;
    if (answer !== undefined || left <= 0) return answer;
    if (pause === 1) log("info", `${reason} Waiting up to ${Math.ceil(left)} s.`);
    await pauseFor(Math.min(pause, left));
  }
}

/** A wait that has begun: how long it can be, in whole seconds, and what would make it longer. */
export interface Wait {
  seconds: number;
  longer: string;
}

/** @param asked - By waitSeconds; the time of the operation may be over sooner. */
export function waitOf(asked: number, verb: "create" | "delete"): Wait {
  const left = Math.max(0, secondsLeft());
  return { seconds: Math.min(asked, Math.ceil(left)), longer: left < asked ? `a longer customTimeouts.${verb}` : "waitSeconds" };
}

/** Waits so many seconds; rejects at once where the user cancels. */
export async function pauseFor(seconds: number): Promise<void> {
  const { signal } = operation();
  await sleep(seconds * 1000, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
}
