import { AsyncLocalStorage } from "node:async_hooks";
import { RequestLimitError } from "../core/errors";
import type { RequestLabel } from "./send";

/** One create, read, update, delete or list, with every request, retry and wait that it leads to. */
export interface Operation {
  /**
   * When it neither waits nor sends again, in milliseconds of `performance.now()`: a step of the machine's clock neither ends
   * nor prolongs it. What is under way then still ends by itself.
   */
  deadline: number;
  /** Aborted when the user cancels. Dynamic resources never hear of that. */
  signal?: AbortSignal | undefined;
  /** How many requests it may send, retries included; undefined where nobody counts. */
  limit?: { most: number; sent: number } | undefined;
}

/** How long an operation may go on, in seconds, beside what it was told to wait (`waitSeconds`). */
const OPERATION_SECONDS = 300;

const storage = new AsyncLocalStorage<Operation>();

interface Limits {
  /** What it was told to wait beside its usual time, without end where that is infinite. Default: 0. */
  waitSeconds?: number;
  /** How long it may go on in all, where the user says so. Default: its usual time and `waitSeconds`. */
  seconds?: number | undefined;
  /** Ends it at once when aborted: it then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** The most requests that it may send. Default: as many as it takes. */
  maxRequests?: number | undefined;
}

/** Runs the work as one operation. */
export function operate<T>(work: () => Promise<T>, { waitSeconds = 0, seconds, signal, maxRequests }: Limits = {}): Promise<T> {
  const deadline = performance.now() + (seconds ?? OPERATION_SECONDS + waitSeconds) * 1000;
  const limit = maxRequests === undefined ? undefined : { most: maxRequests, sent: 0 };
  return storage.run({ deadline, signal, limit }, work);
}

/** The operation under way; one without end where none was begun. */
export function operation(): Operation {
  return storage.getStore() ?? { deadline: Number.POSITIVE_INFINITY };
}

/** Seconds that the operation under way may still wait. */
export function secondsLeft(): number {
  return (operation().deadline - performance.now()) / 1000;
}

/** Whether the operation under way may no longer wait or send again. */
export const timeIsOver = (): boolean => secondsLeft() <= 0;

/** The longest time that a timer of Node takes, in milliseconds: a longer one would fire at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** @throws the reason of the operation's signal, once that is aborted. */
export function unlessAborted<T>(promise: Promise<T>): Promise<T> {
  const { signal } = operation();
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/**
 * What others wait for as well ends with the operation under way: at once where that is cancelled and, where its time is over, once a
 * request that was under way then has ended.
 *
 * @param seconds - How long one request may take.
 */
export async function withinOperation<T>(answer: Promise<T>, seconds: number, outOfTime: () => Error): Promise<T> {
  const left = operation().deadline + seconds * 1000 - performance.now();
  if (left >= LONGEST_TIMER) return unlessAborted(answer);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(outOfTime()), Math.max(0, left));
  });
  try {
    return await unlessAborted(Promise.race([answer, late]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs work that serves several operations at once, such as one request for many ids. It goes on for as long as the most patient
 * of them, and is aborted once all of them are.
 */
export function operateFor<T>(members: readonly Operation[], work: () => Promise<T>): Promise<T> {
  const [only] = members;
  if (only && members.every((member) => member === only)) return storage.run(only, work);
  const deadline = Math.max(...members.map((member) => member.deadline));
  const signals = members.map(({ signal }) => signal);
  const limit = members.find((member) => member.limit)?.limit;
  return storage.run({ deadline, signal: whenAll(signals), limit }, work);
}

/** Aborted, with the last one's reason, once every signal is; never where one of the members has none. */
function whenAll(signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const waiting = new Set(signals);
  if (waiting.size === 0 || waiting.has(undefined)) return undefined;
  const all = new AbortController();
  for (const signal of waiting) {
    const aborted = () => {
      waiting.delete(signal);
      if (waiting.size === 0) all.abort(signal?.reason);
    };
    if (signal?.aborted) aborted();
    else signal?.addEventListener("abort", aborted, { once: true });
  }
  return all.signal;
}

/** Counts a request that is about to be sent. @throws RequestLimitError where the operation may send no more. */
export function countRequest(about: RequestLabel): void {
  const { limit } = operation();
  if (!limit) return;
  if (limit.sent >= limit.most) {
    throw new RequestLimitError({
      ...about,
      why: `${limit.most} ${limit.most === 1 ? "request was" : "requests were"} allowed, and as many are sent.`,
      remedy: "Allow more requests.",
    });
  }
  limit.sent += 1;
}
