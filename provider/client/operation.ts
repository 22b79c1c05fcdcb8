import { AsyncLocalStorage } from "node:async_hooks";
import { RequestLimitError } from "../core/errors";
import type { About } from "./send";

/** One create, read, update, delete or list, with every request, retry and wait that it leads to. */
export interface Operation {
  /** Milliseconds since 1970 after which it neither waits nor sends again. What is under way then still ends by itself. */
  deadline: number;
  /** Aborted when the user cancels. Dynamic resources never hear of that. */
  signal?: AbortSignal | undefined;
  /** How many requests it may send, retries included; undefined where nobody counts. */
  limit?: { most: number; sent: number } | undefined;
}

/** How long an operation may go on, in seconds, beside what it was told to wait (`waitSeconds`). */
const OPERATION_SECONDS = 300;

const storage = new AsyncLocalStorage<Operation>();

/**
 * Runs the work as one operation: `waitSeconds` longer than usual, without end where that is infinite; ended by the signal,
 * and within so many requests.
 */
export function operate<T>(work: () => Promise<T>, waitSeconds = 0, signal?: AbortSignal, maxRequests?: number): Promise<T> {
  const limit = maxRequests === undefined ? undefined : { most: maxRequests, sent: 0 };
  return storage.run({ deadline: Date.now() + (OPERATION_SECONDS + waitSeconds) * 1000, signal, limit }, work);
}

/** The operation under way; one without end where none was begun. */
export function operation(): Operation {
  return storage.getStore() ?? { deadline: Number.POSITIVE_INFINITY };
}

/** Counts a request that is about to be sent. @throws RequestLimitError where the operation may send no more. */
export function countRequest(about: About): void {
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
