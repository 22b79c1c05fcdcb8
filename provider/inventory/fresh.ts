import { operateFor, operation, type About, type Operation } from "../client";
import { RemoteitError } from "../core/errors";
import { inBatches } from "./batches";
import { idKey, type ReadBatch } from "./by-id";
import type { Found } from "./reader";

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
      const { accountId, items } = await operateFor(
        asked.map((one) => one.operation),
        () => read(ids, false, about),
      );
      const found = new Map(items.map((item) => [idKey(item.id), item]));
      for (const { id, resolve } of asked) resolve({ accountId, item: found.get(idKey(id)) });
    } catch (error) {
      for (const one of asked) one.reject(error instanceof RemoteitError ? error.restate(wordsOf(one.about)) : error);
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

/** One request serves many resources: each hears of its failure under its own name. */
const wordsOf = ({ what, subject }: About) => ({ what, subject });
