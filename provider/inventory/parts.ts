import { GraphqlError, ValidationError } from "../core/errors";
import type { Batch, ReadBatch } from "./by-id";

/** A refusal of so few ids is not for their number. */
const FEWEST = 50;

/**
 * In as many requests as it takes: how many ids one may name is unknown (api/README.md), so a refusal of many is asked again
 * by halves, and no request names more from then on.
 */
export function inParts<T>(read: ReadBatch<T>): ReadBatch<T> {
  let most = Number.POSITIVE_INFINITY;
  return async (ids, withTotal, about) => {
    const before = most;
    let whole: Batch<T> | undefined;
    for (let start = 0; whole === undefined || start < ids.length;) {
      const part = ids.slice(start, start + most);
      try {
        const { items, ...facts } = await read(part, withTotal && whole === undefined, about);
        whole = { ...facts, ...whole, items: [...(whole?.items ?? []), ...items] };
        start += part.length;
      } catch (error) {
        if (part.length <= FEWEST || !isRefusal(error)) {
          most = before; // it was not their number
          throw error;
        }
        most = Math.min(most, Math.floor(part.length / 2));
      }
    }
    return whole;
  };
}

/** Answered by remote.it, and refused. */
function isRefusal(error: unknown): boolean {
  return error instanceof ValidationError || (error instanceof GraphqlError && error.errors.length > 0);
}
