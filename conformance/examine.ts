import { RemoteitError, SchemaError } from "../provider/core/errors";
import type { Asking } from "./asking";
import type { Answer, Found, Probe } from "./probe";

/** `info`: an answer that is neither as assumed nor otherwise. `failed`: the question could not be put, or the answer not had. */
export type Status = "as assumed" | "differs" | "unknown" | "not asked" | "info" | "failed";

export interface Finding {
  probe: Probe;
  status: Status;
  answer?: Answer;
  details?: readonly string[];
  /** Why there is no answer. Like all of a finding it names nothing of the account. */
  why?: string;
  /** What failed. This may name anything: it is for the user alone. */
  error?: RemoteitError;
}

/** Asks one question after another. What a trial changes is put back before the next one. */
export async function* examine(probes: readonly Probe[], asking: Asking): AsyncGenerator<Finding, void, undefined> {
  for (const probe of probes) {
    asking.signal.throwIfAborted();
    yield await findingOf(probe, asking);
  }
}

/** The answer to one question. */
export async function findingOf(probe: Probe, asking: Asking): Promise<Finding> {
  return { probe, ...(await answerOf(probe, asking)) };
}

async function answerOf(probe: Probe, asking: Asking): Promise<Omit<Finding, "probe">> {
  if (!probe.ask) return { status: "not asked", why: probe.notAsked ?? "" };
  try {
    return judged(probe, await probe.ask(asking));
  } catch (error) {
    if (error instanceof SchemaError) return { status: "unknown", why: "the schema lacks what the question needs" };
    if (!(error instanceof RemoteitError)) throw error;
    return { status: "failed", why: kindOf(error), error };
  } finally {
    await asking.trial?.putBack();
  }
}

function judged(probe: Probe, found: Found): Omit<Finding, "probe"> {
  if ("needs" in found) return { status: "not asked", why: "it takes --write --device ID" };
  if ("unknown" in found) return { status: "unknown", why: found.unknown };
  const answer = probe.answers.find(({ name }) => name === found.answer);
  if (!answer) throw new Error(`The probe ${probe.name} has no answer ${found.answer}.`);
  const { details } = found;
  const status = probe.isInfo ? "info" : answer === probe.answers[0] ? "as assumed" : "differs";
  return { status, answer, ...(details && { details }) };
}

/** The kind of an error, in words that name nobody. Its message would: ids, addresses, whatever remote.it says. */
function kindOf(error: RemoteitError): string {
  const kinds: Record<string, string> = {
    AuthenticationError: "remote.it refused the signature",
    ClockSkewError: "remote.it refused the signature, and its clock is another",
    RateLimitError: "remote.it asked to wait (HTTP 429)",
    TransientError: "remote.it did not answer",
    ConfigurationError: "what answered is not remote.it",
  };
  return kinds[error.name] ?? "remote.it answered with an error";
}
