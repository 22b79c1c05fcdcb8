/** Characters that one request may hold, as far as it holds several changes: gateways refuse what is much larger. */
const LARGEST = 50_000;

/** What waits to be sent, and the things that it writes to. */
export interface Waiting {
  things: readonly string[];
  /** How many characters it takes. */
  length: number;
}

export interface Queue<T extends Waiting> {
  size: () => number;
  join: (one: T) => void;
  /** It is wanted no more. */
  leave: (one: T) => void;
  /** The next so many that may be sent. */
  take: (most: number) => T[];
  /** They are carried out, or given up. */
  over: (taken: readonly T[]) => void;
}

/** First come, first served. Of what writes to the same thing one is under way at a time, so that it is carried out in its order. */
export function createQueue<T extends Waiting>(): Queue<T> {
  const waiting = new Set<T>();
  const busy = new Set<string>();
  return {
    size: () => waiting.size,
    join: (one) => void waiting.add(one),
    leave: (one) => void waiting.delete(one),
    take: (most) => {
      const taken: T[] = [];
      const held = new Set(busy);
      let length = 0;
      for (const one of waiting) {
        if (taken.length >= most) break;
        const isFree = !one.things.some((thing) => held.has(thing));
        const fits = taken.length === 0 || length + one.length <= LARGEST;
        for (const thing of one.things) held.add(thing);
        if (!isFree || !fits) continue;
        taken.push(one);
        length += one.length;
      }
      for (const one of taken) {
        waiting.delete(one);
        for (const thing of one.things) busy.add(thing);
      }
      return taken;
    },
    over: (taken) => {
      for (const thing of taken.flatMap(({ things }) => things)) busy.delete(thing);
    },
  };
}
