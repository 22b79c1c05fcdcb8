import type { About } from "../client";
import { answerByIds, ask, type Asked, type Found } from "./asked";
import { inBatches } from "./batches";
import type { ReadBatch } from "./by-id";

/**
 * Reads by id that no one before has paid for: each answer is to a request that was sent after it was asked for. One request is
 * under way at a time, and all that is asked for meanwhile goes into the next.
 */
export function createFreshReader<T extends { id: string }>(read: ReadBatch<T>): (id: string, about: About) => Promise<Found<T>> {
  const waiting: Asked<T>[] = [];
  let isBusy = false;

  const flush = async (): Promise<void> => {
    await Promise.all(inBatches(waiting.splice(0)).map((asked) => answerByIds(read, asked, false)));
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
    ask(id, about, (asked) => {
      waiting.push(asked);
      schedule();
    });
}
