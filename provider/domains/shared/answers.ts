import { NotFoundError, RefusedError, type RemoteitError } from "../../core/errors";
import type { RequestLabel } from "../../client";

/** Where a program reads something by its id. @param why - Whose account has no such thing. */
export function notThere(about: RequestLabel, why: string): NotFoundError {
  return new NotFoundError({ ...about, why, remedy: "Check the id, and that the access key speaks for the right account." });
}

/** Most mutations answer a Boolean, and false without a reason. */
export function accepted(answer: boolean | null, about: RequestLabel, why: string): void {
  if (answer !== true) throw refused(about, why);
}

/** What the change needs, the lifecycle says. */
export function refused(about: RequestLabel, why: string): RefusedError {
  return new RefusedError({
    ...about,
    isUnexplained: true,
    why: `${why} remote.it answered that it refuses, without a reason.`,
    remedy: "Check that the access key's user may do it, then run `pulumi up` again.",
  });
}

/** The error for what is still there after all: what remote.it said, or that it refused. */
export const refusalOf =
  (about: RequestLabel, why: string) =>
  (_item: unknown, error?: RemoteitError): RemoteitError =>
    error ?? refused(about, why);

/** What is said of something that was there before: its destroy leaves it. @param what - A sentence. */
export const adopted = (what: string): string =>
  `${what} Destroying the resource leaves it in the account; deleteOnDestroy: true deletes it as well.`;
