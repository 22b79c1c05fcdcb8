import { LONGEST_TIMER, operateFor, type RequestLabel, type Operation, operation, unlessAborted } from "../client";
import { RemoteitError, TransientError } from "../core/errors";
import { idKey } from "./by-id";
import type { Read, ReadEach } from "./read-each";

/** What one read found, and whose account answered: a wrong key must never make a fleet look deleted. */
export interface Observed<T> {
  accountId: string;
  /** Undefined where the account does not have it. */
  item: T | undefined;
}

/** A read by id that waits for the request that it shares with others. */
export interface PendingRead<T> {
  id: string;
  about: RequestLabel;
  operation: Operation;
  resolve: (found: Observed<T>) => void;
  reject: (error: unknown) => void;
}

/**
 * Asks by id, together with others: `join` takes it to them. It ends with its own operation, however much longer the others can
 * wait: at once where that is cancelled and, where its time is over, once a request that was under way then has ended.
 *
 * @param seconds - How long one request may take.
 */
export async function ask<T>(
  id: string,
  about: RequestLabel,
  seconds: number,
  join: (asked: PendingRead<T>) => void,
): Promise<Observed<T>> {
  const own = operation();
  const left = own.deadline + seconds * 1000 - performance.now();
  let timer: NodeJS.Timeout | undefined;
  const answer = new Promise<Observed<T>>((resolve, refuse) => {
    if (left < LONGEST_TIMER) timer = setTimeout(() => refuse(outOfTime(about)), Math.max(0, left));
    join({ id, about, operation: own, resolve, reject: refuse });
  });
  try {
    return await unlessAborted(answer);
  } finally {
    clearTimeout(timer);
  }
}

function outOfTime(about: RequestLabel): TransientError {
  return new TransientError({
    ...about,
    why: "The time of this operation was over before remote.it had answered.",
    remedy: "Run again; give the resource more time with customTimeouts if that happens often.",
    reached: "no",
  });
}

/**
 * Answers those who asked by one read of all their ids, and of others.
 *
 * @returns what was read, unless the request has failed.
 */
export async function answerByIds<T>(
  read: ReadEach<T>,
  asked: readonly PendingRead<T>[],
  { withTotal = false, besides = [] }: { withTotal?: boolean; besides?: readonly string[] } = {},
): Promise<Read<T> | undefined> {
  const ids = [...new Set([...asked.map(({ id }) => id), ...besides])];
  const about = asked[0]?.about ?? { what: "Reading the account" };
  try {
    const answer = await operateFor(
      asked.map((one) => one.operation),
      () => read(ids, withTotal, about),
    );
    for (const one of asked) {
      if (answer.failed.has(one.id)) reject(one, answer.failed.get(one.id));
      else one.resolve({ accountId: answer.accountId, item: itemIn(answer, one.id) });
    }
    return answer;
  } catch (error) {
    for (const one of asked) reject(one, error);
    return undefined;
  }
}

/** By its id as it is spelled, else in any case: tags may differ by nothing else. */
export const itemIn = <T>({ found }: Read<T>, id: string): T | undefined => found.get(id) ?? found.get(idKey(id));

/** One request serves many resources: each hears of its failure under its own name. */
export function reject({ about, reject: refuse }: Pick<PendingRead<never>, "about" | "reject">, error: unknown): void {
  const { what, subject } = about;
  refuse(error instanceof RemoteitError ? error.restate({ what, subject }) : error);
}
