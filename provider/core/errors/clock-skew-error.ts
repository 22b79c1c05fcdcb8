import { type Failure, RemoteitError } from "./remoteit-error";

/** A signature was refused, and the clock of this machine differs from the server's. */
export class ClockSkewError extends RemoteitError {
  /** Seconds to add to this machine's clock to get the server's: negative when this machine is ahead. */
  readonly offsetSeconds: number;

  constructor(failure: Failure & { offsetSeconds: number }) {
    super(failure);
    this.offsetSeconds = failure.offsetSeconds;
  }
}
