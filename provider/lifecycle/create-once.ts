import {
  ConfigurationError,
  ConflictError,
  GraphqlError,
  NotFoundError,
  RateLimitError,
  RefusedError,
  type RemoteitError,
  RestError,
  TransientError,
  ValidationError,
} from "../core/errors";
import { secondsLeft } from "../client";
import type { Context } from "./context";
import { poll } from "./poll";

export interface Making<T> {
  /** Sends the request that makes the thing, once. */
  make: () => Promise<T>;
  /** Looks for the thing as `make` would have made it. */
  find: () => Promise<T | undefined>;
  /**
   * Set where the server carries it out once in any case and refuses it from then on, and `find` may find what others made:
   * what was lost is then sent again, and nothing is looked for.
   *
   * @returns the error where an answer was lost and the request was then refused: it may have been carried out before.
   */
  worksOnce?: { unproven: () => Promise<Error> };
}

/**
 * Makes a thing exactly once on a line that loses answers. Where an answer was lost, also to a line that was cut or a gateway that
 * answered 502 or 503, the server may still be at it: so it looks, for as long as a request may take, for what may have been made,
 * and sends again only then. After a time-out it gives up instead, with the error; the next `pulumi up` looks first as well. A
 * refusal counts only once nothing is found.
 */
export async function createOnce<T>(context: Context, { make, find, worksOnce }: Making<T>): Promise<T> {
  const { timeoutSeconds, maxRetries } = context.client.settings;
  let lost: TransientError | undefined;
  for (let tries = 0; ; tries += 1) {
    try {
      return await make();
    } catch (error) {
      if (isRefusal(error)) {
        if (worksOnce) throw lost ? await worksOnce.unproven() : error;
        const found = await find();
        if (found === undefined) throw error;
        context.log("info", `${error.label}: remote.it refused it, but it was carried out${lost ? " before" : ""}.`);
        return found;
      }
      if (!(error instanceof TransientError && error.reached === "unknown")) throw error;
      lost = error;
      const isLast = tries >= maxRetries || secondsLeft() <= 0;
      const seconds = Math.min(timeoutSeconds, Math.max(0, secondsLeft()));
      if (worksOnce) {
        if (isLast) throw givenUp(error);
        await poll(context, seconds, `${error.label}: ${error.why} It is sent again.`, nothing);
        continue;
      }
      const found = await look(context, error, seconds, find);
      if (found !== undefined) {
        context.log("info", `${error.label}: its answer was lost, but it was carried out.`);
        return found;
      }
      if (isLast || error.mayStillArrive) throw givenUp(error);
    }
  }
}

interface MakingOnce<T> extends Pick<Making<T>, "make" | "find"> {
  /** What is made, as an error names it: `device with hardware id hw-1`. */
  thing: string;
  /** What the user can do where it is refused: a sentence. */
  otherwise: string;
}

/**
 * Sends a request of which nobody knows what a second one would do: never again in this run, and nothing in its place. After
 * any refusal, and as long as a request may take after a lost answer, it looks for what was made all the same.
 *
 * @throws the refusal, where nothing was made, with what else there is to do.
 */
export async function createOnlyOnce<T>(context: Context, { make, find, thing, otherwise }: MakingOnce<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof TransientError && error.reached === "unknown") {
      const found = await look(context, error, context.client.settings.timeoutSeconds, find);
      if (found === undefined) throw givenUp(error);
      context.log("warning", `${error.label}: its answer was lost, but it was carried out.`);
      return found;
    }
    if (!isAnswer(error)) throw error;
    const found = await find();
    if (found === undefined) {
      const why = `${error.why} It was refused: the account has no ${thing}, so nothing was made.`;
      throw error.restate({ why, remedy: `${error.remedy} ${otherwise}` });
    }
    context.log("warning", `${error.label}: ${error.why} It was carried out all the same.`);
    return found;
  }
}

/** Whether the request may have been carried out although the answer says something else. */
const isAnswer = (error: unknown): error is RemoteitError =>
  [RefusedError, GraphqlError, ConflictError, NotFoundError, ValidationError, ConfigurationError].some(
    (kind) => error instanceof kind,
  );

const isRefusal = (error: unknown): error is RefusedError | RestError =>
  error instanceof RefusedError || error instanceof RestError;

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

async function look<T>(
  context: Context,
  error: TransientError,
  seconds: number,
  find: Making<T>["find"],
): Promise<T | undefined> {
  try {
    return await poll(context, seconds, `${error.label}: ${error.why} Looking for what it may have made.`, find);
  } catch (failure) {
    throw failure instanceof TransientError || failure instanceof RateLimitError ? givenUp(error, failure.why) : failure;
  }
}

/** @param alsoFailed - Why it could not be looked for. */
function givenUp(error: TransientError, alsoFailed?: string): TransientError {
  return error.restate({
    ...(alsoFailed && { why: `${error.why} It could not be looked for: ${alsoFailed}` }),
    remedy: "Run `pulumi up` again: it first looks for what this request may have made, and makes nothing twice.",
  });
}
