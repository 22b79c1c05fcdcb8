import { type Client, refuse, type RequestLabel } from "../client";
import { answerByIds, ask, type PendingRead, type Observed } from "./pending-read";
import { inBatches } from "./batches";
import type { ReadEach } from "./read-each";
import { PAGE_SIZE } from "./page-size";
import { SNAPSHOT_AGE } from "./snapshot";

/** When everything was read, and in whose account. */
interface Taken {
  accountId: string;
  takenAt: number;
}

/** Reads of one collection that wait for the end of this turn of the event loop. @typeParam S - What a scan shows. */
interface Queue<T, S> {
  waiting: PendingRead<T>[];
  read: ReadEach<T>;
  inSnapshot: ((snapshot: S, id: string) => T | undefined) | undefined;
}

/** A queue of things that a scan shows. */
type InSnapshot<T, S> = Queue<T, S> & { inSnapshot: NonNullable<Queue<T, S>["inSnapshot"]> };

/** A queue, whatever is in it. */
interface AnyQueue {
  isWaiting: () => boolean;
  flush: () => void;
}

export interface SharedReader<S> {
  /** Reads one collection by ids from now on, together with the others. */
  join: <T>(
    read: ReadEach<T>,
    inSnapshot?: Queue<T, S>["inSnapshot"],
  ) => (id: string, about: RequestLabel) => Promise<Observed<T>>;
}

/**
 * Reads by id, gathered into one request a turn of the event loop. The first also asks how many devices there are, and
 * so what a scan of the whole account costs. Once as many requests were sent as that takes, the account is scanned instead:
 * so nobody ever sends more than twice the best possible number, however many reads there will be. What the scan does not
 * show is asked for by its id before it counts as gone.
 *
 * @param take - Scans the account, in as many requests as its devices have pages.
 */
export function createReader<S extends Taken>(client: Client, take: () => Promise<S>): SharedReader<S> {
  const queues: AnyQueue[] = [];
  let sent = 0;
  let scanCost: number | undefined;
  let isFirstUnderWay = false;
  let isFlushing = false;
  let snapshot: Promise<S> | undefined;

  const schedule = () => {
    if (isFlushing || isFirstUnderWay) return;
    isFlushing = true;
    setImmediate(() => {
      isFlushing = false;
      for (const queue of queues) if (!isFirstUnderWay) queue.flush();
    });
  };

  const flush = <T>(queue: Queue<T, S>): void => {
    const asked = queue.waiting.splice(0);
    if (asked.length === 0) return;
    const { inSnapshot } = queue;
    if (inSnapshot && scanCost !== undefined && sent >= scanCost) void fromSnapshot({ ...queue, inSnapshot }, asked);
    else for (const batch of inBatches(asked)) void count(queue, batch);
  };

  /** The first batch is sent alone, since only its answer tells how many more are worth it. */
  const count = async <T>(queue: Queue<T, S>, asked: PendingRead<T>[]): Promise<void> => {
    sent += 1;
    const isFirst = scanCost === undefined && !isFirstUnderWay;
    if (!isFirst) return byId(queue, asked, false);
    isFirstUnderWay = true;
    await byId(queue, asked, true);
    isFirstUnderWay = false;
    if (queues.some(({ isWaiting }) => isWaiting())) schedule();
  };

  const byId = async <T>(queue: Queue<T, S>, asked: PendingRead<T>[], withTotal: boolean): Promise<void> => {
    const total = (await answerByIds(queue.read, asked, { withTotal }))?.total;
    if (total !== undefined) scanCost = Math.max(1, Math.ceil(total / PAGE_SIZE));
  };

  const fromSnapshot = async <T>(queue: InSnapshot<T, S>, asked: PendingRead<T>[]): Promise<void> => {
    try {
      const current = await currentSnapshot();
      const missing = asked.filter(({ id, resolve }) => {
        const item = queue.inSnapshot(current, id);
        if (item !== undefined) resolve({ accountId: current.accountId, item });
        return item === undefined;
      });
      for (const batch of inBatches(missing)) void byId(queue, batch, false);
    } catch (error) {
      for (const one of asked) refuse(one, error);
    }
  };

  const currentSnapshot = async (): Promise<S> => {
    const current = (snapshot ??= take());
    const drop = () => {
      if (snapshot === current) snapshot = undefined;
    };
    try {
      const taken = await current;
      if (performance.now() - taken.takenAt < SNAPSHOT_AGE) return taken;
    } catch (error) {
      drop();
      throw error;
    }
    drop();
    return currentSnapshot();
  };

  return {
    join: <T>(read: ReadEach<T>, inSnapshot?: Queue<T, S>["inSnapshot"]) => {
      const queue: Queue<T, S> = { waiting: [], read, inSnapshot };
      queues.push({ isWaiting: () => queue.waiting.length > 0, flush: () => flush(queue) });
      return (id, about) =>
        ask<T>(id, about, client.settings.timeoutSeconds, (asked) => {
          queue.waiting.push(asked);
          schedule();
        });
    },
  };
}
