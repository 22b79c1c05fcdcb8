import { AsyncLocalStorage } from "node:async_hooks";

/** One create, read, update, delete or list, with every request, retry and wait that it leads to. */
export interface Operation {
  /** Milliseconds since 1970 after which it neither waits nor sends again. What is under way then still ends by itself. */
  deadline: number;
  /** Aborted when the user cancels. Dynamic resources never hear of that. */
  signal?: AbortSignal | undefined;
}

/** How long an operation may go on, in seconds, beside what it was told to wait (`waitSeconds`). */
const OPERATION_SECONDS = 300;

const storage = new AsyncLocalStorage<Operation>();

/** Runs the work as one operation: `waitSeconds` longer than usual, and ended by the signal. */
export function operate<T>(work: () => Promise<T>, waitSeconds = 0, signal?: AbortSignal): Promise<T> {
  return storage.run({ deadline: Date.now() + (OPERATION_SECONDS + waitSeconds) * 1000, signal }, work);
}

/** The operation under way; one without end where none was begun. */
export function operation(): Operation {
  return storage.getStore() ?? { deadline: Number.POSITIVE_INFINITY };
}
