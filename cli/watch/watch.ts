import { setTimeout as sleep } from "node:timers/promises";
import type { Finding } from "../../drift";
import { type Delivery, deviceOf, type Moved } from "../../drift/watch";
import { BATCH } from "../../provider/inventory";
import { createSignal, type Signal } from "./signal";
import { type ComparisonOptions, createComparisons } from "./comparisons";

export interface WatchOptions extends ComparisonOptions {
  /** Milliseconds between scans of everything; 0: only when it is asked for. */
  interval: number;
}

export interface Watch {
  deliver: (delivery: Delivery) => void;
  /** Reads the stacks and the account anew, soon. */
  rescan: () => void;
  /** Checks the devices of these findings again, as many as fit in one request. What goes wrong is reported. */
  checkAgain: (findings: readonly Finding[]) => Promise<void>;
  /** Never resolves; rejects once the signal is aborted. */
  run: () => Promise<void>;
}

/** Milliseconds from one recheck to the next of its kind, at least: however many calls come, no more requests go out. */
const GAP = 1_000;

/** Milliseconds after a failure; after each further one twice as long, up to the longest. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 5 * 60_000;

export function createWatch(options: WatchOptions): Watch {
  const { source, moved, settle, interval, problems, signal } = options;
  const { scan, recheck, isReady } = createComparisons(options);
  const [scanSignal, movedSignal, unknownSignal] = [createSignal(), createSignal(), createSignal()];
  const startRechecks = () => [movedSignal, unknownSignal].forEach(({ send }) => send());
  /** When findings were last checked again. */
  let checked = Number.NEGATIVE_INFINITY;
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal });

  /** Whether it went well. What went wrong is reported once. */
  const attempt = async (where: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      problems.recovered(where);
      return true;
    } catch (error) {
      signal.throwIfAborted();
      problems.failed(where, error);
      return false;
    }
  };

  const scans = async () => {
    for (let failures = 0; ;) {
      failures = (await attempt("The account", scan)) ? 0 : failures + 1;
      // What moved meanwhile is rechecked from the first scan on.
      startRechecks();
      await scanSignal.wait(failures > 0 ? waitAfter(failures) : jittered(interval), signal);
      signal.throwIfAborted();
      await source.read();
    }
  };

  const rechecks = async (some: Signal, where: string, take: Moved["take"]) => {
    for (let failures = 0; ;) {
      await some.wait(Number.POSITIVE_INFINITY, signal);
      await pause(settle);
      while (isReady()) {
        // As many as fit in one request.
        const ids = take(BATCH);
        if (ids.length === 0) break;
        const isDone = await attempt(where, () => recheck(ids));
        failures = isDone ? 0 : failures + 1;
        if (!isDone) moved.putBack(ids);
        await pause(isDone ? Math.max(GAP, settle) : waitAfter(failures));
      }
    }
  };

  return {
    deliver: (delivery) => {
      const noted = moved.note(delivery);
      if (noted === "noted") startRechecks();
      if (noted === "full") {
        problems.warn("The webhook names more unknown ids than can be checked: the rest are left to the next full comparison.");
      }
    },
    rescan: scanSignal.send,
    checkAgain: async (findings) => {
      const now = performance.now();
      if (!isReady() || now - checked < GAP) return;
      checked = now;
      const ids = findings.flatMap(({ type, id }) => deviceOf(type, id, {}) ?? moved.deviceOf(id) ?? []);
      const few = [...new Set(ids)].slice(0, BATCH);
      if (few.length > 0) await attempt("The account", () => recheck(few)).catch(() => undefined);
    },
    run: async () => {
      // By itself: anybody can make up ids that no stack knows, and what fails with them holds up nothing else.
      const unknown = rechecks(unknownSignal, "What no stack holds", moved.takeUnknown);
      await Promise.all([scans(), rechecks(movedSignal, "The account", moved.take), unknown]);
    },
  };
}

/** @internal Milliseconds before the next attempt. */
export const waitAfter = (failures: number): number => Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1));

/** @internal A tenth more or less, so that many watches do not ask at the same moment; 0 is never. */
export const jittered = (interval: number): number =>
  interval === 0 ? Number.POSITIVE_INFINITY : interval * (0.9 + Math.random() * 0.2);
