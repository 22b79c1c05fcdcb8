/** What GET /requests answers. */
export interface Counts {
  total: number;
  byOperation: Record<string, number>;
  /** Requests that ask again what has failed before. */
  retried: number;
  /** Requests that were answered 401, 403 or 429. */
  rejected: number;
}

export interface Counter {
  counts: () => Counts;
  reset: () => void;
  asked: (operation: string, body: string) => void;
  /** A request that got no proper answer: the same one again is a retry. */
  failed: (operation: string, body: string) => void;
  rejected: () => void;
}

export function createCounter(): Counter {
  let counts: Counts = { total: 0, byOperation: {}, retried: 0, rejected: 0 };
  let failures = new Set<string>();
  return {
    counts: () => counts,
    reset: () => {
      counts = { total: 0, byOperation: {}, retried: 0, rejected: 0 };
      failures = new Set();
    },
    asked: (operation, body) => {
      counts.total += 1;
      counts.byOperation[operation] = (counts.byOperation[operation] ?? 0) + 1;
      if (failures.delete(`${operation} ${body}`)) counts.retried += 1;
    },
    failed: (operation, body) => {
      failures.add(`${operation} ${body}`);
    },
    rejected: () => {
      counts.rejected += 1;
    },
  };
}
