import { type RemoteitError, TransientError } from "../core/errors";

/** The most that the API gives in one page. */
export const PAGE_SIZE = 1000;

/** The fewest that are worth a request: an endpoint that cannot give so many is out of order, and not asked too much. */
const SMALLEST = 50;

/** The most pages of one size that have to come before a larger one is tried again. */
const MOST_PATIENCE = 64;

/** How many items to ask for with one request: less with each try that failed. */
export interface Asking {
  size: (failed?: RemoteitError) => number;
  /** They came. */
  came: () => void;
  /** It was refused, maybe for their number. @returns whether to ask for less: then nobody asks for so many again. */
  refused: () => boolean;
}

export interface PageSize {
  /** @param most - How many there are to ask for, where that is known. */
  ask: (most?: number) => Asking;
  /** Gives what takes back the refusals from now on. */
  keep: () => () => void;
}

/**
 * Halves when the gateway gives up on a page and doubles when pages come again. Each time that growing fails once more, twice
 * as many pages have to come before the next attempt: so an endpoint that never gives the whole page is seldom asked for it.
 */
export function createPageSize(largest = PAGE_SIZE): PageSize {
  let size = largest;
  let came = 0;
  let patience = 1;
  let hasGrown = false;

  const shrink = (asked: number) => {
    if (asked <= SMALLEST || half(asked) >= size) return; // pages that were under way together fail together
    size = half(asked);
    came = 0;
    if (hasGrown) patience = Math.min(MOST_PATIENCE, patience * 2);
    hasGrown = false;
  };
  const grow = (asked: number) => {
    if (asked < size || size >= largest) return;
    came += 1;
    if (came < patience) return;
    size = Math.min(largest, size * 2);
    came = 0;
    hasGrown = true;
  };
  return {
    keep: () => {
      const before = largest;
      return () => {
        if (largest < before) [largest, size] = [before, before];
      };
    },
    ask: (most = largest) => {
      let asked = 0;
      return {
        size: (failed) => {
          if (isGivenUp(failed)) shrink(asked);
          asked = Math.min(most, size);
          return asked;
        },
        came: () => grow(asked),
        refused: () => {
          if (asked <= SMALLEST) return false;
          largest = Math.min(largest, half(asked));
          size = Math.min(size, largest);
          return true;
        },
      };
    },
  };
}

const half = (count: number): number => Math.max(SMALLEST, Math.floor(count / 2));

/** A time-out, HTTP 502 or 504, a cut line: the request arrived, and its answer did not. */
function isGivenUp(failed: RemoteitError | undefined): boolean {
  return failed instanceof TransientError && failed.reached === "unknown";
}
