import { idKey } from "./by-id";

/** Ids that are asked for again and again, such as the device on which a program makes many services. */
export interface Recurring {
  note: (id: string) => void;
  /** It is not there any more. */
  forget: (id: string) => void;
  /** Those of them that were asked for last and are not among the given ones. */
  besides: (ids: readonly string[]) => string[];
}

/** So many are asked for besides: each adds a kilobyte or two to the answer. */
const MOST = 32;

/** So many ids are remembered. */
const REMEMBERED = 1000;

export function createRecurring(): Recurring {
  /** How often each was asked for, the last one at the end. */
  const times = new Map<string, number>();
  return {
    note: (id) => {
      const key = idKey(id);
      const before = times.get(key) ?? 0;
      times.delete(key);
      times.set(key, before + 1);
      const [oldest] = times.keys();
      if (times.size > REMEMBERED && oldest !== undefined) times.delete(oldest);
    },
    forget: (id) => void times.delete(idKey(id)),
    besides: (ids) => {
      const asked = new Set(ids.map(idKey));
      const again = [...times].filter(([key, count]) => count > 1 && !asked.has(key)).map(([key]) => key);
      return again.slice(-MOST);
    },
  };
}
