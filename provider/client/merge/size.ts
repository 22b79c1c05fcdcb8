/** Changes in one document at most: beyond that a document saves little, and takes the server ever longer. */
const MOST = 32;

/** A document that takes longer than this, in milliseconds, and much longer than one of half its size, is as large as they get. */
const LONG = 1000;
const MUCH = 1.5;

/** How many changes the next document may hold. */
export interface MergeSize {
  /** 1: each goes out alone. 0: what a larger one comes to is not known yet, and is waited for. */
  next: () => number;
  /** A document of so many is sent. */
  sent: (parts: number) => void;
  /** It is over. @param took - How long it was under way, in milliseconds, where all of it was well. */
  over: (parts: number, took: number | undefined) => void;
  /** From now on each goes out alone. */
  stop: () => void;
}

/**
 * Begins with two. Each size that was answered well may be sent at any time, several of them at once; one that is up to twice as
 * large is tried while no other is under way.
 */
export function createMergeSize(): MergeSize {
  let proven = 1;
  let most = MOST;
  let isTrying = false;
  let tookBefore = Number.POSITIVE_INFINITY;
  return {
    next: () => (isTrying && most > 1 ? 0 : Math.min(most, proven * 2)),
    sent: (parts) => {
      if (parts > proven) isTrying = true;
    },
    over: (parts, took) => {
      if (parts <= proven) return;
      isTrying = false;
      if (took === undefined) return;
      proven = parts;
      if (took > LONG && took > MUCH * tookBefore) most = Math.min(most, parts);
      tookBefore = took;
    },
    stop: () => {
      most = 1;
    },
  };
}
