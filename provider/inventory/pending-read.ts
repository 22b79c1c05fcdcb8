import { operateFor, type Operation, operation, outOfTime, refuse, type RequestLabel, withinOperation } from "../client";
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
 * wait.
 *
 * @param seconds - How long one request may take.
 */
export async function ask<T>(
  id: string,
  about: RequestLabel,
  seconds: number,
  join: (asked: PendingRead<T>) => void,
): Promise<Observed<T>> {
  const answer = new Promise<Observed<T>>((resolve, reject) => join({ id, about, operation: operation(), resolve, reject }));
  return withinOperation(answer, seconds, () => outOfTime(about, "no"));
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
      if (answer.failed.has(one.id)) refuse(one, answer.failed.get(one.id));
      else one.resolve({ accountId: answer.accountId, item: itemIn(answer, one.id) });
    }
    return answer;
  } catch (error) {
    for (const one of asked) refuse(one, error);
    return undefined;
  }
}

/** By its id as it is spelled, else in any case: tags may differ by nothing else. */
export const itemIn = <T>({ found }: Read<T>, id: string): T | undefined => found.get(id) ?? found.get(idKey(id));
