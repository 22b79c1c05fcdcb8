import type { Change } from "../client";
import { idKey } from "./by-id";

/** When each thing was last written to by this process: what was read before that is not to be believed any more. */
export interface Invalidations {
  /** A moment between two writes. */
  now: () => number;
  /** Whether one of the things, or of the collections as a whole, was written to since that moment. */
  since: (moment: number, ids: readonly string[], collections: readonly string[]) => boolean;
  touch: (change: Change) => void;
}

export function createInvalidations(): Invalidations {
  const last = new Map<string, number>();
  let writes = 0;
  return {
    now: () => writes,
    since: (moment, ids, collections) => [...ids.map(idKey), ...collections].some((key) => (last.get(key) ?? 0) > moment),
    touch: ({ ids, collections, isDoubtful }) => {
      writes += 1;
      // A change that may be carried out at any later time: what it concerns is never taken from an earlier reading again.
      for (const key of [...ids.map(idKey), ...collections])
        last.set(key, isDoubtful ? Number.POSITIVE_INFINITY : Math.max(writes, last.get(key) ?? 0));
    },
  };
}
