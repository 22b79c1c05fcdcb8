import type { Change } from "../client";
import { idKey } from "./by-id";

/** When each thing was last written to by this process: what was read before that is not to be believed any more. */
export interface Invalidations {
  /** A moment between two writes. */
  now: () => number;
  /** Whether one of the things was written to since that moment. */
  since: (moment: number, ids: readonly string[]) => boolean;
  touch: (change: Change) => void;
}

export function createInvalidations(): Invalidations {
  const last = new Map<string, number>();
  let writes = 0;
  return {
    now: () => writes,
    since: (moment, ids) => ids.some((id) => (last.get(idKey(id)) ?? 0) > moment),
    touch: ({ ids, isDoubtful }) => {
      writes += 1;
      // A change that may be carried out at any later time: its things are never taken from a snapshot again.
      for (const id of ids)
        last.set(idKey(id), isDoubtful ? Number.POSITIVE_INFINITY : Math.max(writes, last.get(idKey(id)) ?? 0));
    },
  };
}
