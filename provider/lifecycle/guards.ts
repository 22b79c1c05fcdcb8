import type { RequestLabel } from "../client";
import { NotFoundError, RefusedError, WrongAccountError } from "../core/errors";

/** Nothing is read into state, changed or deleted with the keys of an account that does not own it. */
export function ownAccount(about: RequestLabel, answered: string, recorded: unknown): void {
  if (typeof recorded !== "string" || recorded === answered) return;
  throw new WrongAccountError({
    ...about,
    why: `It belongs to account ${recorded}, but the configured access key speaks for account ${answered}.`,
    remedy:
      "Configure the access key (or accountId) that the stack was made with. `pulumi refresh` and `pulumi destroy` use the one of the last `pulumi up` unless --run-program is given.",
  });
}

/** The thing is in state and no longer in the account. */
export function gone(about: RequestLabel): NotFoundError {
  return new NotFoundError({
    ...about,
    why: "It is no longer in the account.",
    remedy: "Run `pulumi refresh`, which drops it from state, and then `pulumi up`, which makes it again.",
  });
}

/** What the user may not see is not changed either: nobody knows from what. */
export function hidden(about: RequestLabel): RefusedError {
  return new RefusedError({
    ...about,
    why: "The access key's user may not view it, so what it holds is unknown. Nothing was changed.",
    remedy: "Ask the owner of the device for the permission VIEW.",
  });
}
