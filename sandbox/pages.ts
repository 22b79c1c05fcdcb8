import { GraphQLError } from "graphql";
import type { World } from "./worlds";
import type { Context } from "./entity";

export interface PageArgs {
  size?: number | null;
  from?: number | null;
  after?: string | null;
}

export interface Page<T> {
  total: number;
  hasMore: boolean;
  last: string | null;
  items: T[];
}

const MOST = 1000;
const USUAL = 100;

/**
 * One page of the items; with size 0 their number alone.
 *
 * @param placeAfter - Where the page begins that follows the item with this id.
 */
export function page<T extends { id: string }>(
  { store }: Context,
  items: readonly T[],
  args: PageArgs,
  placeAfter: (id: string) => number = (id) => indexAfter(items, id),
): Page<T> {
  const size = args.size ?? USUAL;
  if (size < 0 || size > MOST) throw new GraphQLError(`Invalid size: it must be from 0 to ${MOST}.`);
  // An empty cursor is the first page (api/README.md, P 2026-08).
  const start = args.after ? placeAfter(args.after.toUpperCase()) : offset(args.from ?? 0, store.world["page-from"]);
  const found = items.slice(start, start + Math.min(size, Number(store.world["page-size"])));
  return { total: items.length, hasMore: start + found.length < items.length, last: found.at(-1)?.id ?? null, items: found };
}

function offset(from: number, pageFrom: World["page-from"]): number {
  if (from < 0) throw new GraphQLError("Invalid from: it must be 0 or more.");
  return from > 0 && pageFrom === "1001" ? from - 1 : from;
}

/** @throws GraphQLError where no item has this id. */
export function indexAfter(items: readonly { id: string }[], id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index === -1) throw new GraphQLError(`Invalid after: ${id} is not in the list.`);
  return index + 1;
}
