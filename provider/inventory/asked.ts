import { operateFor, type About, type Operation } from "../client";
import { RemoteitError } from "../core/errors";
import { idKey, type ReadBatch } from "./by-id";
import { readEach } from "./read-each";

/** What one read found, and whose account answered: a wrong key must never make a fleet look deleted. */
export interface Found<T> {
  accountId: string;
  item: T | undefined;
}

/** A read by id that waits for the request that it shares with others. */
export interface Asked<T> {
  id: string;
  about: About;
  operation: Operation;
  resolve: (found: Found<T>) => void;
  reject: (error: unknown) => void;
}

/**
 * Answers those who asked by one read of all their ids.
 *
 * @returns how many devices the account has, where that was asked for and answered.
 */
export async function answerByIds<T extends { id: string }>(
  read: ReadBatch<T>,
  asked: readonly Asked<T>[],
  withTotal: boolean,
): Promise<number | undefined> {
  const ids = [...new Set(asked.map(({ id }) => id))];
  const about = asked[0]?.about ?? { what: "Read the account" };
  try {
    const { accountId, found, failed, total } = await operateFor(
      asked.map((one) => one.operation),
      () => readEach(read, ids, withTotal, about),
    );
    for (const one of asked) {
      if (failed.has(one.id)) reject(one, failed.get(one.id));
      else one.resolve({ accountId, item: found.get(idKey(one.id)) });
    }
    return total;
  } catch (error) {
    for (const one of asked) reject(one, error);
    return undefined;
  }
}

/** One request serves many resources: each hears of its failure under its own name. */
export function reject({ about, reject: refuse }: Pick<Asked<never>, "about" | "reject">, error: unknown): void {
  const { what, subject } = about;
  refuse(error instanceof RemoteitError ? error.restate({ what, subject }) : error);
}
