import { type Failure, RemoteitError } from "./remoteit-error";

/** A mutation answered false: remote.it refused and gave no reason. */
export class RefusedError extends RemoteitError {
  /** Set where nobody knows more of why than what the change needs. */
  readonly isUnexplained: boolean;

  constructor({ isUnexplained = false, ...failure }: Failure & { isUnexplained?: boolean }) {
    super(failure);
    this.isUnexplained = isUnexplained;
  }
}
