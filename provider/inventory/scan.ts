/** One answer of a paged list. `last` is the cursor of its last item, where the server gives one. */
export interface Answer<T> {
  total: number;
  hasMore: boolean;
  last?: string | null | undefined;
  items: T[];
}

/** Asks for one page: after a cursor, from an offset, or, with neither, the first. */
export type Fetch<T> = (position: { after?: string; from?: number }) => Promise<Answer<T>>;

/** The most that the API gives in one page. */
export const PAGE_SIZE = 1000;

/** From so many items on, several pages are asked for at once: below, a scan takes a few requests in any case. */
const AHEAD_FROM = 5 * PAGE_SIZE + 1;

/** Pages under way at once. */
const AHEAD = 4;

/** How often a list is read when items are missing at its end; then it is taken as it is. */
const ROUNDS = 3;

/**
 * Every item of a paged list, page by page, each item once. What was there all the time is found however the list changes
 * meanwhile: by a cursor nothing shifts; by offsets each page has to begin with an item that is known already, else there
 * may be a gap, and the scan steps back. A scan that ends with fewer items than the smallest `total` is repeated.
 *
 * @param isShort - told of each scan that ended short, with what it found and what there should be.
 */
export async function* scan<T extends { id: string }>(
  fetch: Fetch<T>,
  isShort: (found: number, total: number) => void = () => undefined,
): AsyncGenerator<Answer<T>, void, undefined> {
  const seen = new Set<string>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    let total = Number.POSITIVE_INFINITY;
    for await (const page of pagesOnce(fetch, seen)) {
      total = Math.min(total, page.total);
      const items = page.items.filter(({ id }) => !seen.has(id));
      for (const { id } of items) seen.add(id);
      yield { ...page, items };
    }
    if (seen.size >= total) return;
    isShort(seen.size, total);
  }
}

/** Page after page of one reading; pages may overlap. `seen` holds the ids of those that were taken. */
async function* pagesOnce<T extends { id: string }>(fetch: Fetch<T>, seen: ReadonlySet<string>): AsyncGenerator<Answer<T>> {
  let page = await fetch({});
  yield page;
  let position = page.items.length;
  if (page.hasMore && page.total >= AHEAD_FROM) {
    for await (const next of pagesAhead(fetch, page.total)) {
      if (!isContinued(next, seen)) break;
      page = next;
      position += page.items.length - 1;
      yield page;
    }
  }
  while (page.hasMore && page.items.length > 0) {
    if (page.last) page = await fetch({ after: page.last });
    else ({ page, position } = await fetchFrom(fetch, position, seen));
    yield page;
  }
}

/** By offset: begins with the last item that is known. Where it does not, items before it have gone: steps back until it does. */
async function fetchFrom<T extends { id: string }>(fetch: Fetch<T>, position: number, seen: ReadonlySet<string>) {
  for (let back = 1; ; back *= 10) {
    const from = Math.max(0, position - back);
    const page = await fetch({ from });
    if (from === 0 || isContinued(page, seen)) return { page, position: from + page.items.length };
  }
}

/** Several pages at once, by offsets that overlap by one item; in their order. */
async function* pagesAhead<T>(fetch: Fetch<T>, total: number): AsyncGenerator<Answer<T>> {
  const underWay: Promise<Answer<T>>[] = [];
  let from = PAGE_SIZE - 1;
  const start = () => {
    if (from >= total - 1) return;
    const page = fetch({ from });
    page.catch(() => undefined); // it is awaited in its turn, or not at all where the reader stops
    underWay.push(page);
    from += PAGE_SIZE - 1;
  };
  for (let count = 0; count < AHEAD; count += 1) start();
  for (let page = underWay.shift(); page; page = underWay.shift()) {
    const answer = await page;
    start();
    yield answer;
  }
}

/** Whether nothing can lie between this page and those before: its first item is known. */
function isContinued<T extends { id: string }>({ items: [first] }: Answer<T>, seen: ReadonlySet<string>): boolean {
  return first !== undefined && seen.has(first.id);
}
