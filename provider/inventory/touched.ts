import { idKey } from "./by-id";

/** When each thing was last written to by this process: what was read before that is not to be believed any more. */
export interface Touched {
  /** A moment between two writes. */
  now: () => number;
  /** Whether one of the things was written to since that moment. */
  since: (moment: number, ids: readonly string[]) => boolean;
  touch: (ids: readonly string[]) => void;
}

export function createTouched(): Touched {
  const last = new Map<string, number>();
  let writes = 0;
  return {
    now: () => writes,
    since: (moment, ids) => ids.some((id) => (last.get(idKey(id)) ?? 0) > moment),
    touch: (ids) => {
      writes += 1;
      for (const id of ids) last.set(idKey(id), writes);
    },
  };
}
