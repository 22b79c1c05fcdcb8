import {
  AuthenticationError,
  ClockSkewError,
  ConfigurationError,
  RateLimitError,
  type RemoteitError,
  TransientError,
} from "../core/errors";
import { unlessAborted } from "./operation";
import type { RequestLabel, Send } from "./send";
import type { Settings } from "./settings";
import type { Scheme } from "./sign";

/** The documented one first: both live side by side, and which of them an endpoint takes is not (api/README.md, Authentication). */
const schemes = ["cavage", "rfc9421"] as const;

/** An answer, and the error that it stands for. */
interface Judged<A> {
  answer: A;
  error: RemoteitError | undefined;
}

type Attempt<A> = (scheme: Scheme) => Promise<Judged<A>>;

/** By which scheme the requests of one client are signed. */
export interface Signing {
  /** Undefined until it is set, or settled by an answer. */
  scheme: () => Scheme | undefined;
  /**
   * Makes the attempt by the scheme that is known. The first settles it: where remote.it refuses the one scheme, it makes the
   * attempt once more by the other, and what passes is kept. Others wait for it, and fail of what it fails of; the next try again.
   */
  send: <A>(about: RequestLabel, attempt: Attempt<A>) => Promise<Judged<A>>;
}

export function createSigning(setting: Settings["signature"]): Signing {
  let known = setting === "auto" ? undefined : setting;
  let settling: Promise<unknown> | undefined;

  const settle = async <A>(attempt: Attempt<A>): Promise<Judged<A>> => {
    const [first, second] = schemes;
    const one = await attempt(first);
    if (!one.error) known = first;
    if (!(one.error instanceof AuthenticationError)) return one;
    const other = await attempt(second);
    if (!other.error) known = second;
    return isRefusal(other.error) ? { ...one, error: bothRefused(one.error, other.error) } : other;
  };

  const lead = async <A>(attempt: Attempt<A>): Promise<Judged<A>> => {
    const trial = settle(attempt);
    settling = trial.then(
      ({ error }) => error,
      (error: unknown) => error,
    );
    try {
      return await trial;
    } finally {
      settling = undefined;
    }
  };

  return {
    scheme: () => known,
    send: async (about, attempt) => {
      while (known === undefined) {
        if (!settling) return lead(attempt);
        const failure = await unlessAborted(settling);
        if (concernsAll(failure)) throw failure.restate({ what: about.what, subject: about.subject });
      }
      return attempt(known);
    },
  };
}

/** A change is never what settles the scheme, nor is REST, which refuses calls as it refuses signatures: they ask whose account answers first. */
export function afterSettling(send: Send, { scheme }: Signing, account: () => Promise<unknown>): Send {
  return async (request) => {
    if (scheme() === undefined)
      await account().catch((error: unknown) => {
        if (scheme() === undefined) throw notSent(error, request.about);
      });
    return send(request);
  };
}

const isRefusal = (error: unknown): error is AuthenticationError | ClockSkewError =>
  error instanceof AuthenticationError || error instanceof ClockSkewError;

function bothRefused(one: AuthenticationError, other: RemoteitError): AuthenticationError {
  return one.restate({
    why: `${one.why} It was signed by HTTP Signatures (cavage) and then by HTTP Message Signatures (rfc9421), and both were refused.`,
    ...(other instanceof ClockSkewError && { remedy: other.remedy }),
  });
}

/** What a failed request says of the line or the key. What ended its own operation, as a limit or Ctrl-C, is nobody else's. */
const concernsAll = (error: unknown): error is RemoteitError =>
  [AuthenticationError, ClockSkewError, ConfigurationError, RateLimitError, TransientError].some((kind) => error instanceof kind);

/** Whatever became of the question, the request itself never left. */
function notSent(error: unknown, { what, subject }: RequestLabel): unknown {
  if (!concernsAll(error)) return error;
  if (!(error instanceof TransientError)) return error.restate({ what, subject });
  const { why, remedy, retryAfterSeconds, cause } = error;
  return new TransientError({ what, subject, why, remedy, retryAfterSeconds, cause, reached: "no" });
}
