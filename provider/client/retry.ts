import { setTimeout as sleep } from "node:timers/promises";
import { RateLimitError, TransientError } from "../core/errors";
import type { Log } from "./log";
import { operation } from "./operation";
import type { Request, Send } from "./send";

/** The longest first pause, in seconds; each further one may be twice as long, up to the longest of all. */
const FIRST = 0.5;
const LONGEST = 20;

/** How long one request may wait between its tries, in seconds, all pauses together. */
const BUDGET = 120;

/** How a retry waits; tests give it another clock. */
export interface Timing {
  /** In milliseconds, as `performance.now()` counts them. */
  now: () => number;
  random: () => number;
  /** Waits so many milliseconds; rejects with the reason of the signal once that is aborted. */
  pause: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

const real: Timing = {
  now: () => performance.now(),
  random: Math.random,
  pause: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, signal && { signal }).catch(() => undefined);
    signal?.throwIfAborted();
  },
};

/**
 * Sends again what failed for a passing reason, after exponential pauses with full jitter or as long as the server asks
 * to wait. It gives up, with the last error, after `maxRetries`, or when a pause would end beyond the budget of two minutes
 * or the time of the operation.
 */
export function withRetries(send: Send, maxRetries: number, log: Log, timing: Timing = real): Send {
  return async (request) => {
    const { mostLost = Number.POSITIVE_INFINITY } = request;
    let waited = 0;
    let lost = 0;
    let next = request;
    for (let tries = 1; ; tries += 1) {
      try {
        return await send(next);
      } catch (error) {
        if (!mayRepeat(error, request)) throw error;
        if (error instanceof TransientError && error.reached === "unknown") lost += 1;
        const pause = error.retryAfterSeconds ?? timing.random() * Math.min(LONGEST, FIRST * 2 ** (tries - 1));
        const { deadline, signal } = operation();
        const isOver =
          tries > maxRetries || lost >= mostLost || waited + pause > BUDGET || timing.now() + pause * 1000 > deadline;
        if (isOver) throw tries === 1 ? error : error.restate({ why: `${error.why} It was tried ${tries} times.` });
        if (pause > 1)
          log("info", `${error.label}: ${error.why} Waiting ${Math.ceil(pause)} s before try ${tries + 1} of ${maxRetries + 1}.`);
        await timing.pause(pause * 1000, signal);
        waited += pause;
        next = { ...request, attempt: () => request.attempt(error) };
      }
    }
  };
}

/** What was refused before it was carried out, what cannot have arrived, and what may be done twice without harm. */
function mayRepeat(error: unknown, { changes, about }: Request<unknown>): error is RateLimitError | TransientError {
  if (error instanceof RateLimitError) return true;
  return error instanceof TransientError && (error.reached === "no" || !changes || about.once !== true);
}
