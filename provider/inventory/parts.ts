import type { RequestLabel } from "../client";
import { GraphqlError, type RemoteitError, ValidationError } from "../core/errors";
import type { Batch, ReadBatch } from "./batches";
import type { PageSize } from "./page-size";

/** The ids of one request. */
export interface Part {
  /** Those of the next try, given how the one before failed. */
  next: (failed?: RemoteitError) => string[];
  /** Those of the last try. */
  ids: string[];
}

export type ReadPart<T> = (part: Part, withTotal: boolean, about: RequestLabel) => Promise<Batch<T>>;

/**
 * In as many requests as it takes. How many ids one may name is unknown (api/README.md): a refusal of many is asked again by
 * halves, and no request names more from then on. As pages do, one shrinks that the gateway gives up on.
 */
export function inParts<T>(size: PageSize, read: ReadPart<T>): ReadBatch<T> {
  return async (ids, withTotal, about) => {
    const takeBack = size.keep();
    let whole: Batch<T> | undefined;
    for (let start = 0; whole === undefined || start < ids.length;) {
      const asking = size.ask(ids.length - start);
      const begin = start;
      const part: Part = { ids: [], next: (failed) => (part.ids = ids.slice(begin, begin + asking.size(failed))) };
      try {
        const { items, ...facts } = await read(part, withTotal && whole === undefined, about);
        asking.came();
        whole = { ...facts, ...whole, items: [...(whole?.items ?? []), ...items] };
        start += part.ids.length;
      } catch (error) {
        if (isRefusal(error) && asking.refused()) continue;
        takeBack(); // what was refused was not their number
        throw error;
      }
    }
    return whole;
  };
}

/** Answered by remote.it, and refused. */
function isRefusal(error: unknown): boolean {
  return error instanceof ValidationError || (error instanceof GraphqlError && error.errors.length > 0);
}
