import { RemoteitError, TransientError } from "../core/errors";
import type { RequestLabel } from "./send";

/**
 * In a run that asks for much at a time, the first that a request is to serve waits so many milliseconds for others: little beside
 * any line to remote.it, and enough for the operations that the engine begins meanwhile to share it.
 */
export const GATHERING = 30;

/** Who waits for a request that it shares with others. */
interface Sharing {
  about: RequestLabel;
  reject: (error: unknown) => void;
}

/** One request serves many resources: each hears of its failure under its own name. */
export function refuse({ about: { what, subject }, reject }: Sharing, error: unknown): void {
  reject(error instanceof RemoteitError ? error.restate({ what, subject }) : error);
}

/** Whose own time is over before the request has ended. @param reached - Whether it may have been carried out. */
export function outOfTime(about: RequestLabel, reached: TransientError["reached"]): TransientError {
  return new TransientError({
    ...about,
    why: "The time of this operation was over before remote.it had answered.",
    remedy: "Run again; give the resource more time with customTimeouts if that happens often.",
    reached,
  });
}
