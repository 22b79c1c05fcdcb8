import { type Failure, RemoteitError } from "./remoteit-error";

/**
 * Whether the server can have received the request: "no" means that sending it again is safe,
 * "unknown" that it may have been carried out and only its answer was lost.
 */
export type Reached = "no" | "unknown";

/** The line or the server failed for now: no connection, a reset, a time-out, a truncated answer, HTTP 5xx. */
export class TransientError extends RemoteitError {
  readonly reached: Reached;
  /** Whether the server may be at it still and carry it out later: after a time-out. */
  readonly mayStillArrive: boolean;
  /** How long the server asks to wait, in seconds; absent when it does not say. */
  readonly retryAfterSeconds: number | undefined;

  /** Whether the rest of the answer was there, so that the failure is one record's. */
  readonly ofPart: boolean;
  /** Whether the answer was to several changes at once and does not tell what became of this one. */
  readonly ofMany: boolean;

  constructor(
    failure: Failure & {
      reached: Reached;
      mayStillArrive?: boolean;
      retryAfterSeconds?: number | undefined;
      ofPart?: boolean;
      ofMany?: boolean;
    },
  ) {
    super(failure);
    this.reached = failure.reached;
    this.mayStillArrive = failure.mayStillArrive ?? false;
    this.retryAfterSeconds = failure.retryAfterSeconds;
    this.ofPart = failure.ofPart ?? false;
    this.ofMany = failure.ofMany ?? false;
  }
}
