import type { RequestLabel, Client } from "../client";
import { type AllowanceReader, createAllowance } from "./allowance";
import { type ById, createById } from "./by-id";
import {
  type ByIdCollection,
  type Collection,
  type Listed,
  type ListCollection,
  type Reader,
  type ReadPages,
  shownIn,
} from "./collection";
import { createPageSize } from "./page-size";
import { createReader, type SharedReader } from "./reader";
import { type Snapshot, takeSnapshot, takeWhole } from "./snapshot";
import { createListReaders } from "./list-reader";
import { type Marked, markedThings } from "./marked";
import { deviceIds, devicePages } from "./pages";
import { createFreshReader } from "./fresh";
import { readEach, type ReadEach, readTogether } from "./read-each";
import { createInvalidations, type Invalidations } from "./invalidations";

export { tellsCase } from "./account-tags";
export type { Allowance } from "./allowance";
export { BATCH, inBatches, type ReadBatch } from "./batches";
export { idKey } from "./by-id";
export { inParts } from "./parts";
export { createPageSize } from "./page-size";
export { allDevices, type AskForPage } from "./pages";
export {
  type ByIdCollection,
  type Collection,
  collectionIn,
  deviceCollection,
  type Listed,
  type ListCollection,
  type Overview,
  type Reader,
  serviceCollection,
  wholeServiceCollection,
} from "./collection";
export type { Compared, DeviceFilter, Page } from "./pages";
export type { Observed } from "./pending-read";
export type { Marked } from "./marked";
export {
  markName,
  type MarkedAs,
  type Marks,
  noMarks,
  type MarkPlace,
  marksIn,
  userMarkName,
  userMarksIn,
  withoutMarks,
  userMarksOf,
} from "./marks";
export { type DeviceRecord, deviceRecord, type ServiceRecord, type SharedWith, sharedWith } from "./records";
export { PAGE_SIZE } from "./page-size";
export { type Position, scan } from "./scan";

/** Reading an account: the one way in which its things become known. No read shows what was before a write. */
export interface Inventory {
  /** Reads the things of one collection; whoever asks for the same collection shares its readings. */
  of: <T>(collection: Collection<T>) => Reader<T>;
  /** The things of a collection that the account gives as one list, as it is now. */
  list: <T>(collection: ListCollection<T>, about: RequestLabel) => Promise<Listed<T>>;
  /**
   * The device that each of these ids names, or that offers the service it names, by the id as it is written. Nothing is kept:
   * for who does not know what an id is of.
   */
  deviceOf: ById["deviceOf"];
  pages: ReadPages;
  /** What this process has written to, for who acts on an earlier reading. */
  changes: Pick<Invalidations, "now" | "since">;
  /** The ids of all devices, in lower case. */
  deviceIds: (about: RequestLabel) => Promise<Set<string>>;
  /** What the access key's user may do in the account, and what the account's plan allows. */
  allowance: AllowanceReader;
  /** Every mark that resources have left in the account, and what bears it. */
  marks: (about: RequestLabel) => AsyncIterable<Marked>;
}

export function createInventory(client: Client): Inventory {
  const invalidations = createInvalidations();
  const size = createPageSize();
  const known = createById(client, (about) => devicePages(client, size, {}, about));
  const shared = createReader(client, () => takeSnapshot(client, size, invalidations, { what: "Reading the account" }));
  const pages: ReadPages = (filter, about, compared) => devicePages(client, size, filter, about, compared);
  const lists = createListReaders(client, invalidations);
  client.onChange(invalidations.touch);
  const readers = new Map<unknown, unknown>();
  const createdFor = <T>(collection: Collection<T>): Reader<T> =>
    "list" in collection ? lists.of(collection) : createByIdReader({ client, known, shared, pages, invalidations }, collection);
  return {
    of: <T>(collection: Collection<T>) => {
      const reader = (readers.get(collection) as Reader<T> | undefined) ?? createdFor(collection);
      readers.set(collection, reader);
      return reader;
    },
    list: lists.list,
    deviceOf: known.deviceOf,
    pages,
    changes: invalidations,
    deviceIds: (about) => deviceIds(client, size, about),
    allowance: createAllowance(client, invalidations),
    marks: (about) => markedThings(client, size, about),
  };
}

interface Means {
  client: Client;
  known: ById;
  /** What devices and services share. */
  shared: SharedReader<Snapshot>;
  pages: ReadPages;
  invalidations: Invalidations;
}

function createByIdReader<T>({ client, known, shared, pages, invalidations }: Means, collection: ByIdCollection<T>): Reader<T> {
  const { name, byIds, inSnapshot, whole } = collection;
  const { now, since, unknownSince, current } = invalidations;
  const batch = byIds(known, client);
  const each: ReadEach<T & { id: string }> = (ids, withTotal, about) => readEach(batch, ids, withTotal, about);
  return {
    read: whole
      ? createReader(client, () => takeWhole(client, { name, whole }, pages, invalidations)).join(each, (all, id) => all.item(id))
      : shared.join(each, inSnapshot),
    fresh: createFreshReader({
      read: each,
      now,
      isOld: (moment, id) => (inSnapshot ? unknownSince : since)(moment, [id], [name]),
      current: (moment, item) => {
        const { ids, collections } = shownIn(item);
        if (inSnapshot) return current({ moment, item, ids, collections });
        return since(moment, ids, [...collections, name]) ? undefined : item;
      },
      timeoutSeconds: client.settings.timeoutSeconds,
    }),
    together: (ids, about) => readTogether(batch, ids, about),
  };
}
