import type { Change, Effect, Ending } from "../client";
import { idKey } from "./by-id";

/** What this process has written since when: a reading from before a write is corrected by it, or not believed any more. */
export interface Invalidations {
  /** A moment between two writes. */
  now: () => number;
  /** Whether one of the things, or of the collections as a whole, was written to since that moment. */
  since: (moment: number, ids: readonly string[], collections: readonly string[]) => boolean;
  /** The same of writes of which it is not known what they have made. */
  unknownSince: (moment: number, ids: readonly string[], collections: readonly string[]) => boolean;
  /**
   * A thing as it was read by a request that was sent at that moment, with what was written since then; undefined
   * where it is not known what a write has made of it.
   */
  current: <T extends { id: string }>(reading: Reading<T>) => T | undefined;
  touch: (change: Change) => (ending: Ending) => void;
}

interface Reading<T> {
  moment: number;
  item: T;
  /** Ids of everything that it shows a part of. */
  ids: readonly string[];
  /** Names of the collections whose changes show in it. */
  collections: readonly string[];
}

/** The writes to one thing or collection. */
interface History {
  /** When the last one was begun or ended of which it is not known what it has made. */
  unknown: number;
  /** When those were begun that are under way. */
  underWay: Set<{ began: number }>;
  known: { ended: number; effect: Effect }[];
}

export function createInvalidations(): Invalidations {
  const histories = new Map<string, History>();
  let writes = 0;
  const historyOf = (key: string): History => {
    const known = histories.get(key) ?? { unknown: 0, underWay: new Set(), known: [] };
    histories.set(key, known);
    return known;
  };
  const among = (ids: readonly string[], collections: readonly string[]): History[] =>
    [...ids.map(idKey), ...collections].flatMap((key) => histories.get(key) ?? []);

  return {
    now: () => writes,
    since: (moment, ids, collections) =>
      among(ids, collections).some((history) => isUnknown(history, moment) || history.known.some(({ ended }) => ended > moment)),
    unknownSince: (moment, ids, collections) => among(ids, collections).some((history) => isUnknown(history, moment)),
    current: ({ moment, item, ids, collections }) => {
      if (among(ids, collections).some((history) => isUnknown(history, moment))) return undefined;
      const effects = histories.get(idKey(item.id))?.known.filter(({ ended }) => ended > moment) ?? [];
      return effects.reduce((made, { effect }) => effect.apply(made) as typeof item, item);
    },
    touch: ({ ids, collections }) => {
      writes += 1;
      const write = { began: writes };
      const keys = [...ids.map(idKey), ...collections];
      for (const key of keys) historyOf(key).underWay.add(write);
      return ({ isDoubtful, effects }) => {
        writes += 1;
        for (const key of keys) {
          const history = historyOf(key);
          history.underWay.delete(write);
          const effect = effects.find(({ id }) => idKey(id) === key);
          if (effect) history.known.push({ ended: writes, effect });
          // A change that may be carried out at any later time: what it concerns is never taken from an earlier reading again.
          else history.unknown = isDoubtful ? Number.POSITIVE_INFINITY : Math.max(writes, history.unknown);
        }
      };
    },
  };
}

/** A write that was under way before the reading was sent, and still is, is one that the reading may or may not show. */
function isUnknown({ unknown, underWay }: History, moment: number): boolean {
  return unknown > moment || [...underWay].some(({ began }) => began > moment);
}
