import { AsyncResource } from "node:async_hooks";
import { AuthenticationError, ClockSkewError, RateLimitError, RemoteitError, TransientError } from "../../core/errors";
import { type Graphql, type Variables, valuesOf } from "../graphql";
import type { Log } from "../log";
import { declaredBy, type TypedDocument } from "../mutation";
import { MOST_AT_ONCE } from "../rate-limit";
import { operateFor, type Operation, operation, withinOperation } from "../operation";
import type { RequestLabel } from "../send";
import { GATHERING, outOfTime, refuse } from "../shared-request";
import { createQueue, type Waiting } from "./queue";
import type { Outcome, Part as Outgoing, SendTogether } from "./request";
import { createMergeSize } from "./size";

export { createTogether, type Outcome, type SendTogether } from "./request";

/** A change that waits to be sent, or is under way. */
interface Part extends Outgoing, Waiting {
  operation: Operation;
  /** Sends it by itself, as if nothing were ever merged. */
  alone: () => Promise<unknown>;
  isSent: boolean;
  /** Nobody waits for it any more. */
  isOver: boolean;
  resolve: (data: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Changes that declare that they may share a request do so where several are wanted at one moment. Each hears of its own outcome
 * under its own name. Where the common answer does not tell what became of some, nothing is merged any more, and those are looked
 * up, or go out again alone.
 *
 * @param graphql - Sends what goes out alone.
 * @param timeoutSeconds - How long one request may take.
 */
export function withMerging(
  graphql: Graphql,
  together: SendTogether,
  { timeoutSeconds, log }: { timeoutSeconds: number; log: Log },
): Graphql {
  const queue = createQueue<Part>();
  const size = createMergeSize();
  let underWay = 0;
  /** Set while a document waits for its turn: what is wanted meanwhile goes into the next. */
  let isInLine = false;
  let isWide = false;
  let isStopped = false;
  let isScheduled = false;

  const schedule = () => {
    if (isScheduled || queue.size() === 0) return;
    isScheduled = true;
    // More than that would wait for each other in any case.
    isWide ||= underWay + queue.size() > MOST_AT_ONCE;
    if (isWide && !isStopped) setTimeout(flush, GATHERING);
    else setImmediate(flush);
  };

  const flush = () => {
    isScheduled = false;
    for (let parts = next(); parts.length > 0; parts = next()) void run(parts);
  };

  const next = (): Part[] => (isInLine ? [] : queue.take(size.next()));

  const run = async (parts: readonly Part[]) => {
    for (const part of parts) part.isSent = true;
    underWay += parts.length;
    size.sent(parts.length);
    const isOne = parts.length === 1;
    if (isOne) await Promise.all(parts.map(alone));
    const took = isOne ? undefined : await merged(parts);
    size.over(parts.length, took);
    underWay -= parts.length;
    queue.over(parts);
    schedule();
  };

  /** @returns how long it took, where all of it is well. */
  const merged = async (parts: readonly Part[]): Promise<number | undefined> => {
    const members = parts.map((part) => part.operation);
    const leave = inLine();
    try {
      const { outcomes, trouble, took } = await operateFor(members, () => together(parts, leave));
      if (trouble !== undefined) stop(trouble);
      await Promise.all(parts.map((part, index) => settle(part, outcomes[index])));
      return trouble === undefined ? took : undefined;
    } catch (error) {
      const isOfDocument = mayBeOfDocument(error);
      if (isOfDocument) stop(error.why);
      if (isOfDocument) await Promise.all(parts.map((part) => settle(part, undefined)));
      else for (const part of parts) refuse(part, error);
      return undefined;
    } finally {
      leave();
    }
  };

  /** @returns what a document that waits for its turn calls once it has come, or is given up. */
  const inLine = (): (() => void) => {
    let isWaiting = true;
    isInLine = true;
    return () => {
      if (!isWaiting) return;
      isWaiting = false;
      isInLine = false;
      if (!isScheduled) flush();
    };
  };

  const stop = (why: string) => {
    if (!isStopped) log("info", `${STOPPED} ${why}`);
    isStopped = true;
    size.stop();
  };

  return async <R, V>(document: TypedDocument<R, V>, variables: Variables<V>, about: RequestLabel): Promise<R> => {
    const alone = () => graphql(document, variables, about);
    const mutation = declaredBy(document);
    const own = operation();
    // Whoever counts the requests of an operation is not to count those of others.
    if (!mutation?.mergeable || about.once || own.limit) return alone();
    const values = valuesOf(variables, undefined);
    const { answer, settling } = deferred();
    const part: Part = {
      text: document.toString(),
      variables: values as object,
      about,
      invalidates: mutation.invalidates,
      effect: (data) => mutation.effect?.(values, data as R),
      things: [mutation.mergeable(values)].flat().map((thing) => thing.toLowerCase()),
      length: document.toString().length + JSON.stringify(values).length,
      operation: own,
      alone: AsyncResource.bind(alone),
      isSent: false,
      isOver: false,
      ...settling,
    };
    queue.join(part);
    schedule();
    try {
      return (await withinOperation(answer, timeoutSeconds, () => outOfTime(about, part.isSent ? "unknown" : "no"))) as R;
    } finally {
      part.isOver = true;
      queue.leave(part);
    }
  };
}

const STOPPED =
  "From now on each change goes out in a request of its own, as with remoteit:mergeWrites at off: one that held several did not go well.";

const alone = ({ alone: send, resolve, reject }: Part): Promise<undefined> => send().then(resolve, reject) as Promise<undefined>;

function deferred(): { answer: Promise<unknown>; settling: Pick<Part, "resolve" | "reject"> } {
  const settling: Pick<Part, "resolve" | "reject"> = { resolve: () => undefined, reject: () => undefined };
  const answer = new Promise<unknown>((resolve, reject) => Object.assign(settling, { resolve, reject }));
  return { answer, settling };
}

/** What came of a part; undefined where nothing is known of the whole request. */
async function settle(part: Part, outcome: Outcome | undefined): Promise<void> {
  if (outcome && "data" in outcome) part.resolve(outcome.data);
  else if (outcome && "error" in outcome) part.reject(outcome.error);
  else if (part.about.looksAgain) part.reject(unclear(part.about));
  else if (!part.isOver) await alone(part);
}

/** Whether the changes may go well by themselves: not where it is the key, the line or the pace that fails. */
function mayBeOfDocument(error: unknown): error is RemoteitError {
  if (error instanceof TransientError) return error.reached === "unknown";
  const others = [AuthenticationError, ClockSkewError, RateLimitError];
  return error instanceof RemoteitError && !others.some((kind) => error instanceof kind);
}

function unclear({ what, subject }: RequestLabel): TransientError {
  return new TransientError({
    what,
    subject,
    why: "It went out in one request with other changes, and the answer does not tell whether it was carried out.",
    remedy: "Run again.",
    reached: "unknown",
    ofMany: true,
  });
}
