import { GraphQLError } from "graphql";
import type { World } from "../worlds";
import type { Context } from "./support";

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
 * One page of the items.
 *
 * @param isById - Whether the items are in the order of their ids: then also a cursor whose item is gone has its place.
 */
export function page<T extends { id: string }>({ store }: Context, items: readonly T[], args: PageArgs, isById = true): Page<T> {
  const size = args.size ?? USUAL;
  if (size < 1 || size > MOST) throw new GraphQLError(`Invalid size: it must be from 1 to ${MOST}.`);
  const start = args.after
    ? (isById ? placeAfter : indexAfter)(items, args.after.toUpperCase())
    : offset(args.from ?? 0, store.world["page-from"]);
  const found = items.slice(start, start + size);
  return { total: items.length, hasMore: start + found.length < items.length, last: found.at(-1)?.id ?? null, items: found };
}

function offset(from: number, pageFrom: World["page-from"]): number {
  if (from < 0) throw new GraphQLError("Invalid from: it must be 0 or more.");
  return from > 0 && pageFrom === "1001" ? from - 1 : from;
}

function placeAfter(items: readonly { id: string }[], after: string): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.id ?? "") <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexAfter(items: readonly { id: string }[], after: string): number {
  const index = items.findIndex(({ id }) => id === after);
  if (index === -1) throw new GraphQLError(`Invalid after: ${after} is not in the list.`);
  return index + 1;
}
