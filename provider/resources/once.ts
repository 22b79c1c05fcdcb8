import { RateLimitError, RefusedError, RestError, TransientError } from "../core/errors";
import type { Context } from "./context";
import { waitFor } from "./wait";

/** How long to look for what a request whose line was cut may have made, in seconds: the server may be a moment behind. */
const AFTER_A_CUT = 1;

export interface Making<T> {
  /** Sends the request that makes the thing, once. */
  make: () => Promise<T>;
  /** Looks for the thing as `make` would have made it. */
  find: () => Promise<T | undefined>;
  /** Set where `find` may find something else's after a refusal. */
  refusalIsFinal?: true;
}

/**
 * Makes a thing exactly once on a line that loses answers. Where an answer was lost it looks for what may have been made,
 * and sends again only what cannot have been carried out any more. After a time-out nobody knows that: then it looks as long
 * as a request may take, and gives up with the error. The next `pulumi up` looks first as well.
 */
export async function makeOnce<T>(context: Context, { make, find, refusalIsFinal }: Making<T>): Promise<T> {
  const { timeoutSeconds, maxRetries } = context.client.settings;
  for (let tries = 0; ; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (isRefusal(error) && !refusalIsFinal) {
        const found = await find().catch(() => undefined);
        if (found === undefined) throw error;
        context.log("info", `${error.label}: remote.it answered that it refuses, but carried it out.`);
        return found;
      }
      if (!(error instanceof TransientError && error.reached === "unknown")) throw error;
      const seconds = error.mayStillArrive ? timeoutSeconds : AFTER_A_CUT;
      const reason = `${error.label}: ${error.why} Looking for what it may have made.`;
      const found = await waitFor(context, seconds, reason, find).catch((failure: unknown) => {
        throw failure instanceof TransientError || failure instanceof RateLimitError ? givenUp(error, failure.why) : failure;
      });
      if (found !== undefined) {
        context.log("info", `${error.label}: its answer was lost, but it was carried out.`);
        return found;
      }
      if (error.mayStillArrive || tries >= maxRetries) throw givenUp(error);
    }
  }
}

const isRefusal = (error: unknown): error is RefusedError | RestError =>
  error instanceof RefusedError || error instanceof RestError;

/** @param alsoFailed - Why it could not be looked for. */
function givenUp(error: TransientError, alsoFailed?: string): TransientError {
  return error.restate({
    ...(alsoFailed && { why: `${error.why} It could not be looked for: ${alsoFailed}` }),
    remedy: "Run `pulumi up` again: it first looks for what this request may have made, and makes nothing twice.",
  });
}
