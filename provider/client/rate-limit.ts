import { RateLimitError } from "../core/errors";
import type { Log } from "./log";
import { LONGEST_TIMER, operation } from "./operation";
import type { RequestLabel, Send } from "./send";

/**
 * Requests under way at the same time. Pulumi works on four resources a core at once; more than eight requests to one
 * account would only wait at the other end.
 */
export const MOST_AT_ONCE = 8;

/** However often remote.it says that it is too much, one request in two seconds goes on. */
const SLOWEST = 0.5;

/** After a 429 the pace halves; each request that passes then brings back this part of the pace that was asked for. */
const RECOVERY = 0.01;

/** The wait of a request is told once in so many seconds, not for each of hundreds that wait. */
const QUIET_SECONDS = 10;

interface Waiting {
  go: () => void;
  /** Leaves the queue, and says why. */
  leave: (reason: Error) => void;
  /** When it gives up, in milliseconds of `performance.now()`. */
  deadline: number;
  about: RequestLabel;
}

/**
 * The pace of one account's requests for the whole process: at most `perSecond` in the long run and half a second's worth at
 * once, MOST_AT_ONCE under way. When remote.it answers 429, everything waits as long as it asks and goes on at half the pace.
 */
export function withRateLimit(send: Send, perSecond: number, log: Log): Send {
  const burst = Math.max(1, perSecond / 2);
  const queue: Waiting[] = [];
  let rate = perSecond;
  let tokens = burst;
  let filled = performance.now();
  let closedUntil = 0;
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;

  const pump = () => {
    clearTimeout(timer);
    timer = undefined;
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - filled) / 1000) * rate);
    filled = now;
    while (queue.length > 0 && underWay < MOST_AT_ONCE && tokens >= 1 && now >= closedUntil) {
      tokens -= 1;
      underWay += 1;
      queue.shift()?.go();
    }
    if (queue.length === 0 || underWay >= MOST_AT_ONCE) return;
    const wait = Math.max(closedUntil - now, ((1 - tokens) / rate) * 1000, 1);
    timer = setTimeout(pump, Math.min(wait, LONGEST_TIMER));
    tell(wait, now);
  };

  const tell = (wait: number, now: number) => {
    const last = wait + ((queue.length - 1) / rate) * 1000;
    if (last < 1000 || now - toldAt < QUIET_SECONDS * 1000) return;
    toldAt = now;
    const why = now < closedUntil ? "remote.it asked to wait" : `requests go out at ${round(rate)} a second`;
    log(
      "info",
      `${queue.length} requests wait up to ${Math.ceil(last / 1000)} s: ${why} (remoteit:requestsPerSecond is ${perSecond}).`,
    );
  };

  const enter = (about: RequestLabel) =>
    new Promise<void>((resolve, reject) => {
      const { signal, deadline } = operation();
      const onAbort = () => waiting.leave(signal?.reason as Error);
      const waiting: Waiting = {
        about,
        deadline,
        go: () => {
          signal?.removeEventListener("abort", onAbort);
          resolve();
        },
        leave: (reason) => {
          const index = queue.indexOf(waiting);
          if (index >= 0) queue.splice(index, 1);
          if (queue.length === 0) clearTimeout(timer); // it would keep the process running, for nobody
          signal?.removeEventListener("abort", onAbort);
          reject(reason);
        },
      };
      if (signal?.aborted) return void reject(signal.reason as Error);
      signal?.addEventListener("abort", onAbort, { once: true });
      queue.push(waiting);
      turnAway();
      pump();
    });

  /** Those who cannot wait as long as remote.it asks to fail at once. */
  const turnAway = () => {
    const seconds = Math.ceil((closedUntil - performance.now()) / 1000);
    for (const { deadline, leave, about } of [...queue]) if (deadline < closedUntil) leave(tooLong(about, seconds));
  };

  const slowDown = (sent: number, seconds: number) => {
    const now = performance.now();
    // Those that were under way when the first was refused tell nothing new.
    if (sent >= closedUntil) rate = Math.max(SLOWEST, rate / 2);
    closedUntil = Math.max(closedUntil, now + seconds * 1000);
    tokens = Math.min(tokens, 1);
    turnAway();
  };

  return async (request) => {
    await enter(request.about);
    const sent = performance.now();
    try {
      const answer = await send(request);
      rate = Math.min(perSecond, rate + perSecond * RECOVERY);
      return answer;
    } catch (error) {
      if (error instanceof RateLimitError) slowDown(sent, error.retryAfterSeconds ?? 1);
      throw error;
    } finally {
      underWay -= 1;
      pump();
    }
  };
}

function tooLong(about: RequestLabel, seconds: number): RateLimitError {
  return new RateLimitError({
    ...about,
    why: `remote.it limits the rate of requests and asked to wait ${seconds} s more, which is longer than this operation may take. Nothing was sent.`,
    remedy: `Wait ${seconds} s and run again; lower remoteit:requestsPerSecond if it happens often.`,
    retryAfterSeconds: seconds,
  });
}

const round = (rate: number) => Math.round(rate * 10) / 10;
