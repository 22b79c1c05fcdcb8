import type { Limit } from "../public";

export interface Limiter {
  set: (limit: Limit | undefined) => void;
  /** Seconds to wait, or undefined where the request may pass. */
  refuse: () => number | undefined;
}

export function createLimiter(): Limiter {
  let limit: Limit | undefined;
  let left = 0;
  let filled = 0;
  return {
    set: (next) => {
      limit = next;
      left = next?.burst ?? 0;
      filled = Date.now();
    },
    refuse: () => {
      if (!limit) return undefined;
      const time = Date.now();
      left = Math.min(limit.burst, left + ((time - filled) / 1000) * limit.requestsPerSecond);
      filled = time;
      if (left < 1) return Math.ceil((1 - left) / limit.requestsPerSecond);
      left -= 1;
      return undefined;
    },
  };
}
