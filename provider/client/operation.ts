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

interface Limits {
  /** What it was told to wait beside its usual time. Default: 0. */
  waitSeconds?: number;
  /** How long it may go on in all, where the user says so. Default: its usual time and `waitSeconds`. */
  seconds?: number | undefined;
  /** Ends it at once when aborted: it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Runs the work as one operation. */
export function operate<T>(work: () => Promise<T>, { waitSeconds = 0, seconds, signal }: Limits = {}): Promise<T> {
  return storage.run({ deadline: Date.now() + (seconds ?? OPERATION_SECONDS + waitSeconds) * 1000, signal }, work);
}

/** The operation under way; one without end where none was begun. */
export function operation(): Operation {
  return storage.getStore() ?? { deadline: Number.POSITIVE_INFINITY };
}
