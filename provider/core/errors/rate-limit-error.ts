import { type Failure, RemoteitError } from "./remoteit-error";

/** remote.it throttles the account (HTTP 429): the request was not carried out. */
export class RateLimitError extends RemoteitError {
  /** How long the server asks to wait, in seconds; absent when it does not say. */
  readonly retryAfterSeconds: number | undefined;

  constructor(failure: Failure & { retryAfterSeconds?: number | undefined }) {
    super(failure);
    this.retryAfterSeconds = failure.retryAfterSeconds;
  }
}
