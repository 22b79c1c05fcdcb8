import { GATHERING, type RequestLabel } from "../client";
import { BATCH, inBatches } from "./batches";
import { idKey } from "./by-id";
import { answerByIds, ask, itemIn, type Observed, type PendingRead } from "./pending-read";
import type { Read, ReadEach } from "./read-each";
import { createRecurring } from "./recurring";

/** So many readings make a large run. */
const MANY = 20;

/** In a smaller run the wait is this part of what the last request took: nothing where remote.it is near. */
const PART = 0.15;

export interface Freshness<T> {
  read: ReadEach<T>;
  /** A moment between two writes of this process. */
  now: () => number;
  /** Whether the thing was written to since. */
  isOld: (moment: number, id: string) => boolean;
  /** What a request that was sent at that moment has shown, with what was written since; undefined where that is not known. */
  current: (moment: number, item: T) => T | undefined;
  /** Set where each request shows all things of the collection. */
  showsAll?: boolean;
  timeoutSeconds: number;
}

/** A request that is under way. */
interface Look<T> {
  sent: number;
  shows: (id: string) => boolean;
  /** Those who came when it was under way. */
  joined: PendingRead<T>[];
}

/**
 * Reads by id as things are now. One request is under way at a time; what is asked for meanwhile goes into the next, or joins the
 * one that is under way where that shows the thing as well. What such a request shows is no older, once it is written to, than what
 * one of its own would show; only this process's own writes have to be known.
 */
export function createFreshReader<T>({
  read,
  now,
  isOld,
  current,
  showsAll = false,
  timeoutSeconds,
}: Freshness<T>): (id: string, about: RequestLabel) => Promise<Observed<T>> {
  const waiting: PendingRead<T>[] = [];
  const underWay = new Set<Look<T>>();
  const recurring = createRecurring();
  let isBusy = false;
  let asked = 0;
  let lasted = 0;

  const look = async (batch: PendingRead<T>[], besides: string[]): Promise<void> => {
    const shown = new Set([...batch.map(({ id }) => id), ...besides].map(idKey));
    const one: Look<T> = { sent: now(), shows: (id) => showsAll || shown.has(idKey(id)), joined: [] };
    underWay.add(one);
    const began = performance.now();
    const answer = await answerByIds(read, batch, { besides });
    underWay.delete(one);
    lasted = performance.now() - began;
    for (const id of besides) if (answer && itemIn(answer, id) === undefined) recurring.forget(id);
    waiting.push(...one.joined.filter((joined) => !answer || !isAnswered(joined, answer, one.sent)));
  };

  /** What a request under way did not show, or shows from before a write, is asked for once more. */
  const isAnswered = ({ id, resolve }: PendingRead<T>, answer: Read<T>, sent: number): boolean => {
    const seen = itemIn(answer, id);
    const item = seen === undefined ? undefined : current(sent, seen);
    if (item === undefined) return false;
    resolve({ accountId: answer.accountId, item });
    return true;
  };

  const flush = async (): Promise<void> => {
    const batches = inBatches(waiting.splice(0));
    const besides = asked > MANY && !showsAll ? recurring.besides(batches.at(-1)?.map(({ id }) => id) ?? []) : [];
    await Promise.all(
      batches.map((batch, index) => look(batch, index === batches.length - 1 ? besides.slice(0, BATCH - batch.length) : [])),
    );
    isBusy = false;
    schedule();
  };

  const schedule = () => {
    if (isBusy || waiting.length === 0) return;
    isBusy = true;
    setTimeout(() => void flush(), asked > MANY ? GATHERING : Math.min(GATHERING, lasted * PART));
  };

  return (id, about) =>
    ask(id, about, timeoutSeconds, (one) => {
      asked += 1;
      recurring.note(id);
      const running = [...underWay].find(({ sent, shows }) => shows(id) && !isOld(sent, id));
      if (running) return void running.joined.push(one);
      waiting.push(one);
      schedule();
    });
}
