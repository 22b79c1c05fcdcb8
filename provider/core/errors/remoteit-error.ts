import { redact } from "../secrets";
import { redactedCause } from "./cause";

/** The four things that every error says, and what led to it. */
export interface Failure {
  /** What was being done, before the subject: "Renaming device". */
  what: string;
  /** To which resource: `"pump" (80:00:00:00:01:00:00:01)`. */
  subject?: string | undefined;
  /** Why it failed: a sentence that ends with a full stop. */
  why: string;
  /** What to do about it: a sentence. */
  remedy: string;
  cause?: unknown;
}

/** The base of every error of this package. No protected value is in its message, its fields, its stack or its causes. */
export abstract class RemoteitError extends Error {
  readonly what: string;
  readonly subject: string | undefined;
  readonly why: string;
  readonly remedy: string;

  constructor({ what, subject, why, remedy, cause }: Failure) {
    super(
      redact(`${labelOf({ what, subject })} failed: ${why} ${remedy}`),
      cause === undefined ? undefined : { cause: redactedCause(cause) },
    );
    this.name = new.target.name;
    this.what = redact(what);
    this.subject = subject === undefined ? undefined : redact(subject);
    this.why = redact(why);
    this.remedy = redact(remedy);
  }

  /** What failed and for which resource: `Renaming device "pump" (80:00:00:00:01:00:00:01)`. */
  get label(): string {
    return labelOf(this);
  }

  /** The same failure in other words: one request may serve many resources, and a retry knows more than its last try. */
  restate(words: Partial<Pick<Failure, "what" | "subject" | "why" | "remedy">>): this {
    // The fields of every class have the names of what its constructor takes.
    return Reflect.construct(this.constructor, [Object.assign({}, this, { cause: this.cause }, words)]) as this;
  }
}

const labelOf = ({ what, subject }: Pick<Failure, "what" | "subject">): string => (subject ? `${what} ${subject}` : what);
