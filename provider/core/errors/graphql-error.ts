import { redact } from "../secrets";
import { type Failure, RemoteitError } from "./remoteit-error";

/** One entry of `errors[]` in a GraphQL answer. */
export interface GraphqlProblem {
  message: string;
  /** `extensions.code`, where the server gives one. */
  code?: string | undefined;
  /** Where in the answer: `login.device`. */
  path?: string | undefined;
}

/** GraphQL answered `errors[]` that fit no other class. */
export class GraphqlError extends RemoteitError {
  readonly errors: readonly GraphqlProblem[];

  constructor(failure: Failure & { errors: readonly GraphqlProblem[] }) {
    super(failure);
    this.errors = failure.errors.map(({ message, ...rest }) => ({ ...rest, message: redact(message) }));
  }
}
