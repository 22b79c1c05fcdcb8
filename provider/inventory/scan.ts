import type { RequestLabel } from "../client";
import { createPageSize, type PageSize } from "./page-size";
import { type ListPage, createAsk, createAskLater, type Fetch, type FetchLater } from "./page";
import { type Met, readOnce } from "./reading";

export type { ListPage, Fetch, FetchLater, Place, Position } from "./page";

export interface Scanning<T = never> {
  about: RequestLabel;
  size?: PageSize;
  /** Fetches the pages that are asked for ahead; default: as the others. */
  later?: FetchLater<T> | undefined;
  /** Whether a page can be asked for by its offset: asked once the first page is there. */
  takesOffsets?: () => boolean;
  /** Told of each reading that ended short, with what was found, what there should be, and whether the list is read again. */
  isShort?: (found: number, total: number, isReadAgain: boolean) => void;
}

/** How often a list is read when items are missing at its end; then it is taken as it is. */
const READINGS = 3;

/**
 * Every item of a paged list, page by page, each item once. What was there all the time is found however the list changes
 * meanwhile, as long as no change moves an item past another: the order has to be asked for. A reading that ends with fewer
 * items than the smallest `total` is repeated, with pages that overlap by half: so also where items that are equal in the
 * order have another place each time, those are seen that stand within one page.
 *
 * @throws GraphqlError where the list stands still, TransientError where the operation's time is over.
 */
export async function* scan<T extends { id: string }>(
  fetch: Fetch<T>,
  { about, size = createPageSize(), later, takesOffsets = () => true, isShort }: Scanning<T>,
): AsyncGenerator<ListPage<T>, void, undefined> {
  const met: Met = new Map();
  const askLater = later && createAskLater(later, size, about);
  const list = { ask: createAsk(fetch, size, about), ...(askLater && { askLater }), about, takesOffsets };
  for (let reading = 1; reading <= READINGS; reading += 1) {
    let total = Number.POSITIVE_INFINITY;
    for await (const { answer, items } of readOnce(list, met, reading)) {
      total = Math.min(total, answer.total);
      yield { ...answer, items };
    }
    if (met.size >= total) return;
    isShort?.(met.size, total, reading < READINGS);
  }
}
