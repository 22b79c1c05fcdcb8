import { idKey } from "./by-id";

/** Ids that are asked for again and again, such as the device on which a program makes many services. */
export interface Recurring {
  note: (id: string) => void;
  /** It is not there any more. */
  forget: (id: string) => void;
  /** Those that may be asked for next, and are not among the given ones. */
  besides: (ids: readonly string[]) => string[];
}

/** So many are asked for besides: each adds a kilobyte or two to the answer. */
const MOST = 32;

/** So many ids are remembered. */
const REMEMBERED = 1000;

/** Of the readings at least so many have to be of what was asked for before: else nothing tells what comes next. */
const SHARE = 0.1;

export function createRecurring(): Recurring {
  /** The one that was asked for last is at the end. */
  const known = new Set<string>();
  let asked = 0;
  let again = 0;
  return {
    note: (id) => {
      const key = idKey(id);
      asked += 1;
      if (known.delete(key)) again += 1;
      known.add(key);
      const [oldest] = known;
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    },
    forget: (id) => void known.delete(idKey(id)),
    besides: (ids) => {
      if (again < asked * SHARE) return [];
      const named = new Set(ids.map(idKey));
      return [...known].filter((key) => !named.has(key)).slice(-MOST);
    },
  };
}
