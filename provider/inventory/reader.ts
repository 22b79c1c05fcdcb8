import type { About, Client } from "../client";
import { answerByIds, ask, type Asked, type Found, reject } from "./asked";
import { inBatches } from "./batches";
import type { ById, ReadBatch } from "./by-id";
import type { DeviceRecord, ServiceRecord } from "./records";
import { PAGE_SIZE, type PageSize } from "./page-size";
import { type Snapshot, takeSnapshot } from "./snapshot";
import type { Invalidations } from "./invalidations";

/** How long a snapshot is believed, in milliseconds: others change the account too. */
const SNAPSHOT_AGE = 10 * 60 * 1000;

/** Reads of one kind that wait for the end of this turn of the event loop. */
interface Kind<T> {
  waiting: Asked<T>[];
  read: ReadBatch<T>;
  inSnapshot: (snapshot: Snapshot, id: string) => T | undefined;
}

/**
 * Reads by id, gathered into one request a turn of the event loop. The first also asks how many devices there are, and
 * so what a scan of the whole account costs. Once as many requests were sent as that takes, the account is scanned instead:
 * so nobody ever sends more than twice the best possible number, however many reads there will be. What the scan does not
 * show is asked for by its id before it counts as gone.
 */
export function createReader(client: Client, byIds: ById, size: PageSize, invalidations: Invalidations) {
  const devices: Kind<DeviceRecord> = { waiting: [], read: byIds.devices, inSnapshot: (snapshot, id) => snapshot.device(id) };
  const services: Kind<ServiceRecord> = { waiting: [], read: byIds.services, inSnapshot: (snapshot, id) => snapshot.service(id) };
  let sent = 0;
  let scanCost: number | undefined;
  let isFirstUnderWay = false;
  let isFlushing = false;
  let snapshot: Promise<Snapshot> | undefined;

  const read = <T>(kind: Kind<T>, id: string, about: About): Promise<Found<T>> =>
    ask(id, about, client.settings.timeoutSeconds, (asked) => {
      kind.waiting.push(asked);
      schedule();
    });

  const schedule = () => {
    if (isFlushing || isFirstUnderWay) return;
    isFlushing = true;
    setImmediate(() => {
      isFlushing = false;
      flush(devices);
      if (!isFirstUnderWay) flush(services);
    });
  };

  const flush = <T extends { id: string }>(kind: Kind<T>): void => {
    const asked = kind.waiting.splice(0);
    if (asked.length === 0) return;
    if (scanCost !== undefined && sent >= scanCost) void fromSnapshot(kind, asked);
    else for (const batch of inBatches(asked)) void count(kind, batch);
  };

  /** The first batch is sent alone, since only its answer tells how many more are worth it. */
  const count = async <T extends { id: string }>(kind: Kind<T>, asked: Asked<T>[]): Promise<void> => {
    sent += 1;
    const isFirst = scanCost === undefined && !isFirstUnderWay;
    if (!isFirst) return byId(kind, asked, false);
    isFirstUnderWay = true;
    await byId(kind, asked, true);
    isFirstUnderWay = false;
    if (devices.waiting.length + services.waiting.length > 0) schedule();
  };

  const byId = async <T extends { id: string }>(kind: Kind<T>, asked: Asked<T>[], withTotal: boolean): Promise<void> => {
    const total = await answerByIds(kind.read, asked, withTotal);
    if (total !== undefined) scanCost = Math.max(1, Math.ceil(total / PAGE_SIZE));
  };

  const fromSnapshot = async <T extends { id: string }>(kind: Kind<T>, asked: Asked<T>[]): Promise<void> => {
    try {
      const current = await currentSnapshot();
      const missing = asked.filter(({ id, resolve }) => {
        const item = kind.inSnapshot(current, id);
        if (item !== undefined) resolve({ accountId: current.accountId, item });
        return item === undefined;
      });
      for (const batch of inBatches(missing)) void byId(kind, batch, false);
    } catch (error) {
      for (const one of asked) reject(one, error);
    }
  };

  const currentSnapshot = async (): Promise<Snapshot> => {
    const current = (snapshot ??= takeSnapshot(client, size, invalidations, { what: "Read the account" }));
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
    device: (id: string, about: About) => read(devices, id, about),
    service: (id: string, about: About) => read(services, id, about),
  };
}
