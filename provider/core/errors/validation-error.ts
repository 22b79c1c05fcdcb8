import { redact } from "../secrets";
import { type Failure, RemoteitError } from "./remoteit-error";

/** One thing wrong with an input. */
export interface Problem {
  /** The property: `services[0].port`. Empty when it concerns the whole. */
  path: string;
  reason: string;
}

/** Inputs are wrong: found here before anything was sent, or by remote.it. */
export class ValidationError extends RemoteitError {
  readonly problems: readonly Problem[];

  constructor(failure: Failure & { problems?: readonly Problem[] | undefined }) {
    super(failure);
    this.problems = (failure.problems ?? []).map(({ path, reason }) => ({ path, reason: redact(reason) }));
  }
}
