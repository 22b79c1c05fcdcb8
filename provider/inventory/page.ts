import { type RequestLabel, timeIsOver } from "../client";
import { type RemoteitError, TransientError } from "../core/errors";
import type { PageSize } from "./page-size";

/** One page of a list as it comes. `last` is its cursor; that and `hasMore` are absent where the schema lacks them. */
export interface ListPage<T> {
  total: number;
  hasMore?: boolean | undefined;
  last?: string | null | undefined;
  items: T[];
}

/** Which page: after a cursor, from an offset, or, with neither, the first. */
export interface Place {
  after?: string;
  from?: number;
}

export interface Position extends Place {
  /** How many items to ask for, given how the try before failed. */
  size: (failed?: RemoteitError) => number;
}

export type Fetch<T> = (position: Position) => Promise<ListPage<T>>;

/** Fetches a page that is wanted later, and makes it of its answer then. */
export type FetchLater<T> = (position: Position) => Promise<() => Promise<ListPage<T>>>;

/** What was asked for, and what came. */
export interface SizedPage<T> extends ListPage<T> {
  size: number;
}

export type Ask<T> = (place: Place) => Promise<SizedPage<T>>;
export type AskLater<T> = (place: Place) => Promise<() => Promise<SizedPage<T>>>;

/** Asks for a page of the size that is right now, as long as the operation has time. */
export function createAsk<T>(fetch: Fetch<T>, pageSize: PageSize, about: RequestLabel): Ask<T> {
  const ask = createAskLater(
    async (position) => {
      const page = await fetch(position);
      return () => Promise.resolve(page);
    },
    pageSize,
    about,
  );
  return async (place) => (await ask(place))();
}

export function createAskLater<T>(fetch: FetchLater<T>, pageSize: PageSize, about: RequestLabel): AskLater<T> {
  return async (place) => {
    if (timeIsOver()) throw outOfTime(about);
    const asking = pageSize.ask();
    let size = 0;
    const read = await fetch({ ...place, size: (failed) => (size = asking.size(failed)) });
    asking.came();
    return async () => ({ ...(await read()), size });
  };
}

function outOfTime(about: RequestLabel): TransientError {
  return new TransientError({
    ...about,
    why: "The time of this operation was over before the list had been read to its end.",
    remedy: "Run again; give the resource more time, or raise remoteit:requestsPerSecond if the account is large.",
    reached: "no",
  });
}
