import { redact } from "../secrets";
import { type Failure, RemoteitError } from "./remoteit-error";

/** A REST call answered `"status":"false"`. */
export class RestError extends RemoteitError {
  /** The number in front of the reason: "0806" device not found, "0807" duplicate name, "0861" no service for that id. */
  readonly code: string | undefined;
  /** The reason in remote.it's words, without its code. */
  readonly reason: string;

  constructor(failure: Failure & { code?: string | undefined; reason: string }) {
    super(failure);
    this.code = failure.code;
    this.reason = redact(failure.reason);
  }
}
