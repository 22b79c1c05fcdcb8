import type { RequestLabel } from "../client";
import { answerByIds, ask, type PendingRead, type Observed } from "./pending-read";
import { inBatches } from "./batches";
import type { ReadEach } from "./read-each";

/**
 * In a run with many readings, the first of each request waits so many milliseconds for others: little beside any line, and
 * enough for the operations that the engine begins meanwhile to share it.
 */
const GATHERING = 30;

/** So many readings make a large run. A smaller one waits for nobody. */
const MANY = 20;

/**
 * Reads by id that no one before has paid for: each answer is to a request that was sent after it was asked for. One request is
 * under way at a time, and all that is asked for meanwhile goes into the next.
 */
export function createFreshReader<T>(
  read: ReadEach<T>,
  { timeoutSeconds }: { timeoutSeconds: number },
): (id: string, about: RequestLabel) => Promise<Observed<T>> {
  const waiting: PendingRead<T>[] = [];
  let isBusy = false;
  let asked = 0;

  const flush = async (): Promise<void> => {
    await Promise.all(inBatches(waiting.splice(0)).map((batch) => answerByIds(read, batch, false)));
    isBusy = false;
    schedule();
  };

  const schedule = () => {
    if (isBusy || waiting.length === 0) return;
    isBusy = true;
    setTimeout(() => void flush(), asked > MANY ? GATHERING : 0);
  };

  return (id, about) =>
    ask(id, about, timeoutSeconds, (one) => {
      asked += 1;
      waiting.push(one);
      schedule();
    });
}
