import type { RequestLabel } from "../../client";
import { type Compared, type DeviceFilter, idKey, type Page } from "../../inventory";
import { type Context, perClient } from "../../lifecycle";
import { tagCollection } from "../tags/calls";
import { isFresh, type Moment, moment } from "./moment";
import type { Fleet } from "./resolve";
import { comparedBy, narrowed, tagsOf } from "./selector";

type Devices = Pick<Page, "accountId" | "devices">;

/** Devices among which are all that a fleet is of, as one reading of the account found them. */
export interface Reading {
  /** When its first page was asked for. */
  at: Moment;
  /** The account that answered; empty where only the pages tell it. */
  account: string;
  /** Tags that the selector asks for and the account does not have. */
  unknownTags: readonly string[];
  pages: AsyncIterable<Devices> | Iterable<Devices>;
}

/** A reading that is kept. */
interface Kept extends Reading {
  pages: Devices[];
  filter: DeviceFilter;
  compared: Compared;
}

/** A refresh keeps no more devices than these: some 20 MB. */
const MOST_KEPT = 20_000;

/** What tags and services are judged by, which most changes of a template add. */
const MOSTLY_ADDED = ["tags", "host", "port", "enabled", "facts"];

/** What refreshes of this run have read, by selector. */
const readings = perClient(() => new Map<string, Kept>());

const keyOf = ({ selector }: Fleet): string => JSON.stringify(selector);

/**
 * Devices to judge by a fleet's template. A refresh knows the template of before alone, and the engine sends what the program declares a
 * moment later: so what it has read of the same devices is kept for that.
 */
export async function devicesFor(context: Context, fleet: Fleet, isRefresh: boolean, about: RequestLabel): Promise<Reading> {
  const kept = readings(context);
  const known = kept.get(keyOf(fleet));
  kept.delete(keyOf(fleet));
  if (!isRefresh && known && serves(context, known, fleet)) return known;
  const at = moment(context);
  const { account, accountTags, unknownTags, isEmpty } = await tagsFor(context, fleet, about);
  if (isEmpty) return { at, account, unknownTags, pages: [] };
  const filter = narrowed(fleet, accountTags);
  const compared = new Set([...comparedBy(fleet), ...(isRefresh ? MOSTLY_ADDED : [])]);
  const pages = context.inventory.pages(filter, about, compared);
  if (!isRefresh) return { at, account, unknownTags, pages };
  const keep = (all: Devices[]) => void kept.set(keyOf(fleet), { at, account, unknownTags, pages: all, filter, compared });
  return { at, account, unknownTags, pages: keeping(pages, keep) };
}

/** The template is as it was, so that nobody needs what the refresh has read. */
export const forgetDevices = (context: Context, fleet: Fleet): boolean => readings(context).delete(keyOf(fleet));

/** Whether it shows all that this fleet has to know, as it is now. */
function serves(context: Context, { at, pages, filter, compared }: Kept, fleet: Fleet): boolean {
  const ids = pages.flatMap(({ devices }) => devices.map(({ id }) => idKey(id)));
  const wanted = narrowed(fleet, (filter.tag?.values ?? []) as string[]);
  return (
    isFresh(context, at, ids) &&
    JSON.stringify(wanted) === JSON.stringify(filter) &&
    [...comparedBy(fleet)].every((property) => compared.has(property))
  );
}

/** Keeps what comes, unless it is too much. */
async function* keeping(pages: AsyncIterable<Page>, keep: (all: Devices[]) => void): AsyncGenerator<Devices> {
  const all: Devices[] = [];
  for await (const page of pages) {
    if (page.total <= MOST_KEPT) all.push({ accountId: page.accountId, devices: page.devices });
    yield page;
  }
  if (all.length > 0) keep(all);
}

async function tagsFor(context: Context, { selector }: Fleet, about: RequestLabel) {
  const wanted = tagsOf(selector);
  const listed = wanted.length > 0 ? await context.inventory.list(tagCollection, about) : undefined;
  const accountTags = listed?.items.map(({ name }) => name) ?? [];
  const has = (tag: string) => accountTags.some((name) => name.toLowerCase() === tag.toLowerCase());
  const { any, all = [] } = selector.tags ?? {};
  return {
    account: listed?.accountId ?? "",
    accountTags,
    unknownTags: wanted.filter((tag) => !has(tag)),
    // Nothing can bear a tag that the account does not have.
    isEmpty: all.some((tag) => !has(tag)) || (any !== undefined && !any.some(has)),
  };
}
