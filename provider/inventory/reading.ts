import type { RequestLabel } from "../client";
import { GraphqlError, NotFoundError, ValidationError } from "../core/errors";
import { createAhead, type Reached } from "./ahead";
import type { ListPage, Ask, AskLater, SizedPage } from "./page";

export interface List<T> {
  ask: Ask<T>;
  /** For pages that are asked for ahead; default: as the others. */
  askLater?: AskLater<T>;
  about: RequestLabel;
  takesOffsets: () => boolean;
}

/** The ids that were met, each with the reading in which it was last. */
export type Met = Map<string, number>;

/** Pages in a row that bring nothing: as many that begin as the one before, or get no further, are a list that stands still. */
const [MOST_REPEATS, MOST_SLIPS] = [2, 3];

/** What is kept of a page that was read. */
interface Passed extends Reached {
  /** Where the next one begins, as far as that is known. */
  end: number;
  /** Where it was asked for from; undefined where it came by a cursor, which knows no place. */
  from: number | undefined;
  /** Whether this reading has met all of its items before. */
  bringsNothing: boolean;
}

/** A page that joins those before it: nothing can lie between. */
interface Page<T> extends Passed {
  answer: SizedPage<T>;
  /** Those of its items that no page had before. */
  items: T[];
}

/**
 * Page after page of one reading, each joined to the ones before: by a cursor nothing shifts; by offsets each page has to
 * begin with an item that is met already, else there may be a gap, and the reading steps back.
 */
export async function* readOnce<T extends { id: string }>(
  { ask, askLater, about, takesOffsets }: List<T>,
  met: Met,
  reading: number,
): AsyncGenerator<Page<T>, void, undefined> {
  let metNow = 0;
  /** Of the last pages, as long as they bring nothing: how far they have got, how often one began as the one before, and how often one got no further. */
  let still = Number.NEGATIVE_INFINITY;
  let repeats = 0;
  let slips = 0;
  let head: string | undefined;
  const isMet = ({ id }: T): boolean => met.get(id) === reading;
  const joins = ({ items: [first] }: ListPage<T>): boolean => first !== undefined && isMet(first);

  const take = (answer: SizedPage<T>, from: number | undefined, before = from ?? 0): Page<T> => {
    const metBefore = metNow;
    const items = answer.items.filter(({ id }) => {
      const last = met.get(id);
      if (last !== reading) metNow += 1;
      met.set(id, reading);
      return last === undefined;
    });
    const bringsNothing = metNow === metBefore;
    const end = before + answer.items.length;
    repeats = bringsNothing && answer.items[0]?.id === head ? repeats + 1 : 0;
    slips = bringsNothing && end <= still ? slips + 1 : 0;
    head = answer.items[0]?.id;
    return { answer, items, end, from, bringsNothing };
  };

  /** Undefined where there is no cursor, or it leads nowhere: it is refused when its item has gone, or begins anew. */
  let trustsCursor = reading === 1;
  const byCursor = async ({ answer: { last }, end }: Passed): Promise<Page<T> | undefined> => {
    if (!last || !(trustsCursor || !takesOffsets())) return undefined;
    trustsCursor = false;
    try {
      const answer = await ask({ after: last });
      const isNowhere = answer.hasMore === true || (answer.hasMore === undefined && answer.items.length > 0);
      if (isNowhere && answer.items.every(isMet)) return undefined;
      trustsCursor = true;
      return take(answer, undefined, end);
    } catch (error) {
      if (!takesOffsets() || !isRefusal(error)) throw error;
      return undefined;
    }
  };

  const byOffset = async ({ answer: { items }, end }: Passed): Promise<Page<T>> => {
    if (!takesOffsets()) throw standsStill(about, metNow);
    for (let back = reading === 1 ? 1 : Math.max(1, Math.floor(items.length / 2)); ; back *= 10) {
      const from = Math.max(0, end - back);
      const answer = await ask({ from });
      if (from > 0 && !joins(answer)) continue;
      const page = take(answer, from);
      if (!movesOn(page)) throw standsStill(about, metNow);
      still = page.bringsNothing ? page.end : Number.NEGATIVE_INFINITY;
      return page;
    }
  };
  // Pages that bring nothing are right after a step back. They get further, and not beyond the end; only once in a while may
  // one get no further: where as many items came in before it, or went, as it was to be further on.
  const movesOn = ({ answer: { hasMore, total }, end, bringsNothing }: Page<T>): boolean =>
    !bringsNothing || (repeats < MOST_REPEATS && slips < MOST_SLIPS && !(hasMore === true && end > total + 1));

  const first = take(await ask({}), 0);
  let passed = withoutItems(first);
  yield first;
  const ahead = createAhead(askLater ?? ask, reading === 1 && takesOffsets());
  while (isMore(passed)) {
    const next = await ahead.next(passed, (answer, from) =>
      joins(answer) && !answer.items.every(isMet) ? take(answer, from) : undefined,
    );
    const page = next ?? (await byCursor(passed)) ?? (await byOffset(passed));
    passed = withoutItems(page);
    yield page;
  }
}

/** A page's things are not kept until the next one has come. */
const withoutItems = <T>({ answer, end, from, bringsNothing }: Page<T>): Passed => ({
  answer: { ...answer, items: { length: answer.items.length } },
  end,
  from,
  bringsNothing,
});

/** Where the server does not say it: until a page has shown that it reaches the end. `from` may count from one. */
function isMore({ answer: { hasMore, items, total }, end, from, bringsNothing }: Passed): boolean {
  if (hasMore !== undefined) return hasMore;
  if (bringsNothing) return from !== undefined && end < total && items.length > 2;
  return from === undefined || (from === 0 ? end < total : end <= total);
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ValidationError || error instanceof NotFoundError || error instanceof GraphqlError;

function standsStill(about: RequestLabel, found: number): GraphqlError {
  return new GraphqlError({
    ...about,
    why: `remote.it's list does not move on: after ${found} items it says that there are more, and shows those again.`,
    remedy:
      "Check for a cache in between that answers without looking at what is asked, then run again; if it stays so, report it with this text.",
    errors: [],
  });
}
