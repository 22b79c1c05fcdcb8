import { type RemoteitError, TransientError } from "../core/errors";

/** The most that the API gives in one page. */
export const PAGE_SIZE = 1000;

/** The fewest that are worth a request: an endpoint that cannot give so many is out of order. */
const SMALLEST = 50;

/** The most pages of one size that have to come before a larger one is tried again. */
const MOST_PATIENCE = 64;

/** How many items to ask for, of one page: less with each try that failed. */
export interface Asking {
  size: (failed?: RemoteitError) => number;
  /** The page came. */
  came: () => void;
}

export interface PageSize {
  now: () => number;
  ask: () => Asking;
}

/**
 * Halves when the gateway gives up on a page and doubles when pages come again. Each time that growing fails once more, twice
 * as many pages have to come before the next attempt: so an endpoint that never gives the whole page is seldom asked for it.
 */
export function createPageSize(): PageSize {
  let size = PAGE_SIZE;
  let came = 0;
  let patience = 1;
  let hasGrown = false;

  const shrink = (asked: number) => {
    const smaller = Math.max(SMALLEST, Math.floor(asked / 2));
    if (smaller >= size) return; // pages that were under way together fail together
    size = smaller;
    came = 0;
    if (hasGrown) patience = Math.min(MOST_PATIENCE, patience * 2);
    hasGrown = false;
  };
  const grow = (asked: number) => {
    if (asked < size || size === PAGE_SIZE) return;
    came += 1;
    if (came < patience) return;
    size = Math.min(PAGE_SIZE, size * 2);
    came = 0;
    hasGrown = true;
  };
  return {
    now: () => size,
    ask: () => {
      let asked = size;
      return {
        size: (failed) => {
          if (isGivenUp(failed)) shrink(asked);
          asked = size;
          return asked;
        },
        came: () => grow(asked),
      };
    },
  };
}

/** A time-out, HTTP 502 or 504, a cut line: the request arrived, and its answer did not. */
function isGivenUp(failed: RemoteitError | undefined): boolean {
  return failed instanceof TransientError && failed.reached === "unknown";
}
