import { operateFor, operation, type About, type Operation } from "../client";
import { inBatches } from "./batches";
import { idKey, type ReadBatch } from "./by-id";
import { readEach } from "./read-each";
import type { Found } from "./reader";
import { reject } from "./reject";

interface Asked<T> {
  id: string;
  about: About;
  operation: Operation;
  resolve: (found: Found<T>) => void;
  reject: (error: unknown) => void;
}

/**
 * Reads by id that no one before has paid for: each answer is to a request that was sent after it was asked for. One request is
 * under way at a time, and all that is asked for meanwhile goes into the next.
 */
export function createFreshReader<T extends { id: string }>(read: ReadBatch<T>): (id: string, about: About) => Promise<Found<T>> {
  const waiting: Asked<T>[] = [];
  let isBusy = false;

  const send = async (asked: Asked<T>[]): Promise<void> => {
    const ids = [...new Set(asked.map(({ id }) => id))];
    const about = asked[0]?.about ?? { what: "Read the account" };
    try {
      const { accountId, found, failed } = await operateFor(
        asked.map((one) => one.operation),
        () => readEach(read, ids, false, about),
      );
      for (const one of asked) {
        if (failed.has(one.id)) reject(one, failed.get(one.id));
        else one.resolve({ accountId, item: found.get(idKey(one.id)) });
      }
    } catch (error) {
      for (const one of asked) reject(one, error);
    }
  };

  const flush = async (): Promise<void> => {
    await Promise.all(inBatches(waiting.splice(0)).map(send));
    isBusy = false;
    schedule();
  };

  /** At the end of this turn, so that those who ask in the same turn share the request. */
  const schedule = () => {
    if (isBusy || waiting.length === 0) return;
    isBusy = true;
    setImmediate(() => void flush());
  };

  return (id, about) =>
    new Promise((resolve, reject) => {
      const own = operation();
      own.signal?.addEventListener("abort", () => reject(own.signal?.reason as Error), { once: true });
      waiting.push({ id, about, operation: own, resolve, reject });
      schedule();
    });
}
