import { type GraphqlProblem, RateLimitError, type RemoteitError, TransientError } from "../../core/errors";
import { isMap, own } from "../../core/map";
import { classifyGraphql, type RequestInfo } from "../classify";
import { exchange } from "../graphql";
import type { Log } from "../log";
import { aliasOf, MERGED, mergedDocument, shapeOf, type Single } from "./document";
import type { Effect } from "../mutation";
import type { RequestLabel, Send } from "../send";
import type { Address } from "../settings";
import type { Outgoing, Transport } from "../transport";

/** One of several changes that go out in one request. */
export interface Part extends Single {
  about: RequestLabel;
  invalidates: readonly string[];
  /** What it has made of a thing, where its answer tells it. */
  effect: (data: unknown) => Effect | undefined;
}

/** What a common answer says of a part; `unclear` where it does not tell whether it was carried out. */
export type Outcome = { data: unknown } | { error: RemoteitError } | { unclear: true };

export interface Together {
  /** In the order of the parts. */
  outcomes: Outcome[];
  /** Why not all of it is well: a sentence. */
  trouble?: string;
  /** Set where the first try was answered: how long that took, in milliseconds. */
  took?: number;
}

/** @param begun - Called when their turn has come, and the request is sent. */
export type SendTogether = (parts: readonly Part[], begun?: () => void) => Promise<Together>;

/** After so many answers that were lost a document is given up: it may be too much for the server, or for what lies between. */
const MOST_LOST = 2;

/**
 * Sends several changes as one document, and tells each what came of it. The request as a whole goes the way of every other.
 *
 * @throws where nothing is known of any of them.
 */
export function createTogether(address: Address, transport: Transport, send: Send, log: Log): SendTogether {
  return (parts, begun) => {
    const { text, variables } = mergedDocument(parts);
    const operation = `GraphQL ${MERGED}`;
    const isOnce = parts.some((part) => part.about.once);
    const about: RequestLabel = { what: `Making ${parts.length} changes in one request`, ...(isOnce && { once: true }) };
    const outgoing: Outgoing = { method: "POST", address, path: "", operation, about };
    let effects: Effect[] = [];
    return send({
      operation,
      changes: true,
      invalidates: [...new Set(parts.flatMap(({ invalidates }) => invalidates))],
      effects: () => effects,
      input: variables,
      about,
      mostLost: MOST_LOST,
      attempt: async (failed) => {
        begun?.();
        const sent = performance.now();
        const { data, problems, asked } = await exchange(transport, text, variables, outgoing);
        const failure = problems.length > 0 ? classifyGraphql(asked, problems) : undefined;
        if (failure instanceof RateLimitError) throw failure;
        const outcomes = parts.map((part, index) => outcomeOf(part, index, data, problems, asked, log));
        effects = problems.length > 0 ? [] : parts.flatMap((part, index) => effectOf(part, outcomes[index]) ?? []);
        const isWhole = outcomes.every((outcome) => !("unclear" in outcome));
        const trouble = failure?.why ?? (isWhole ? undefined : "Part of its answer was missing.");
        return { outcomes, ...(trouble !== undefined && { trouble }), ...(!failed && { took: performance.now() - sent }) };
      },
    });
  };
}

const effectOf = ({ effect }: Part, outcome: Outcome | undefined): Effect | undefined =>
  outcome && "data" in outcome ? effect(outcome.data) : undefined;

function outcomeOf(
  { text, about }: Part,
  index: number,
  data: unknown,
  problems: readonly GraphqlProblem[],
  asked: RequestInfo,
  log: Log,
): Outcome {
  const alias = aliasOf(index);
  const { name, field } = shapeOf(text);
  const value = isMap(data) ? own(data, alias) : undefined;
  const mine = problems.flatMap((problem) => {
    const [first, ...rest] = problem.path?.split(".") ?? [];
    return first === alias ? [{ ...problem, path: [field, ...rest].join(".") }] : [];
  });
  if (mine.length === 0) {
    // Where all is well, null is an answer as well; beside errors it may be what is left of one.
    const isAnswered = value !== undefined && (value !== null || problems.length === 0);
    return isAnswered ? { data: { [field]: value } } : { unclear: true };
  }
  const error = classifyGraphql({ ...asked, about, operation: `GraphQL ${name}` }, mine, value !== undefined && value !== null);
  if (value !== undefined && value !== null && value !== false) {
    log("warning", `${error.label}: it was carried out, but part of the answer is missing. ${error.why}`);
    return { data: { [field]: value } };
  }
  // What may pass is tried again, alone.
  return error instanceof TransientError ? { unclear: true } : { error };
}
