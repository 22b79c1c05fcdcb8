import { MOST_AT_ONCE } from "../client";
import type { Place, SizedPage } from "./page";
import { PAGE_SIZE } from "./page-size";

/** Where a reading has got to: nothing of the last page but how long it was. */
export interface Reached {
  answer: Omit<SizedPage<unknown>, "items"> & { items: { length: number } };
  end: number;
}

export interface Ahead<T> {
  /**
   * The next page that was asked for ahead, where one begins before what was reached.
   *
   * @param take - Gives undefined where the page does not join those before it: then the list has changed, and nothing that
   *   was asked for ahead is used.
   */
  next: <P>(reached: Reached, take: (answer: SizedPage<T>, from: number) => P | undefined) => Promise<P | undefined>;
}

/**
 * Pages that were asked for and not taken yet: as many as may be under way, and half as many again that have come before their turn, so
 * that each leaves its place to the next at once.
 */
const MOST_AHEAD = MOST_AT_ONCE * 1.5;

/** A page, or what makes it of its answer once it is wanted. */
type Coming<T> = SizedPage<T> | (() => Promise<SizedPage<T>>);

/**
 * Several pages of a long list at once, by offsets, each overlapping the one before by an item. One that comes shorter than
 * the ones before leaves a gap before the next, which the reader fills. As long as the gateway has trouble with pages of full
 * size, none is asked for ahead.
 */
export function createAhead<T>(ask: (place: Place) => Promise<Coming<T>>, isAllowed: boolean): Ahead<T> {
  const queue: { from: number; coming: Promise<Coming<T>> }[] = [];
  let isOver = !isAllowed;
  let total = 0;
  let step = 0;
  let from = 0;
  let underWay = 0;

  const start = ({ answer: { total: all, items, size }, end }: Reached) => {
    if (isOver || step > 0 || size < PAGE_SIZE || items.length < 2 || all - end <= items.length) return;
    [total, step, from] = [all, items.length - 1, end - 1];
  };
  const hasCome = () => {
    underWay -= 1;
    fill();
  };
  const fill = () => {
    while (step > 0 && underWay < MOST_AT_ONCE && queue.length < MOST_AHEAD && from < total - 1) {
      underWay += 1;
      const coming = ask({ from });
      // One that fails does so in its turn, or for nobody where the reader stops before; nothing more is asked for in its place.
      coming.then(hasCome, () => undefined);
      queue.push({ from, coming });
      from += step;
    }
  };
  return {
    next: async (reached, take) => {
      start(reached);
      for (;;) {
        fill();
        const [next] = queue;
        if (!next || next.from >= reached.end) return undefined;
        queue.shift();
        fill();
        const came = await next.coming;
        // What has waited so long does not hold the page that is made now: memory would be looked through for it in vain.
        const answer = typeof came === "function" ? await came() : came;
        if (next.from + answer.items.length <= reached.end) continue; // pages have grown meanwhile: this one is read already
        const page = take(answer, next.from);
        if (page === undefined) [isOver, step, queue.length] = [true, 0, 0];
        else step = Math.max(1, answer.items.length - 1);
        return page;
      }
    },
  };
}
