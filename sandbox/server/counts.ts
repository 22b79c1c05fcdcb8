import type { ServerResponse } from "node:http";
import type { Counts } from "../public";

export interface Counter {
  counts: () => Counts;
  reset: () => void;
  /**
   * Counts a request, and what becomes of it once its answer is sent or the line is cut.
   *
   * @returns tells at once that it fails, where the answer does not show it: the same request again is then a retry.
   */
  count: (operation: string, asked: string, response: ServerResponse) => () => void;
}

const REJECTIONS = [401, 403, 429];

export function createCounter(): Counter {
  let counts = nothing();
  let failures = new Set<string>();
  return {
    counts: () => counts,
    reset: () => {
      counts = nothing();
      failures = new Set();
    },
    count: (operation, asked, response) => {
      const current = counts;
      const request = `${operation} ${asked}`;
      current.total += 1;
      current.byOperation[operation] = (current.byOperation[operation] ?? 0) + 1;
      if (failures.delete(request)) current.retried += 1;
      let isFailed = false;
      const fail = () => {
        if (!isFailed) failures.add(request);
        isFailed = true;
      };
      response.once("close", () => {
        if (response.statusCode >= 400 || !response.writableFinished) fail();
        if (response.headersSent && REJECTIONS.includes(response.statusCode)) current.rejected += 1;
      });
      return fail;
    },
  };
}

const nothing = (): Counts => ({ total: 0, byOperation: {}, retried: 0, rejected: 0 });
