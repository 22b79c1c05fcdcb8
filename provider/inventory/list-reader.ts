import type { RequestLabel, Client } from "../client";
import { idKey } from "./by-id";
import type { ListCollection, Listed, Overview, Reader, Shown, Within } from "./collection";
import { createFreshReader } from "./fresh";
import type { Invalidations } from "./invalidations";
import type { Read } from "./read-each";
import { SNAPSHOT_AGE } from "./snapshot";

/** How long a list serves another collection of its overview, in milliseconds: as long as one look at the account may take. */
const LIST_AGE = 60 * 1000;

/** Reads things that the account gives as one list, or as parts of one overview. */
export interface ListReaders {
  /** A refresh of all things of an overview is one request, as long as nothing of it was written to. */
  of: <T>(collection: ListCollection<T>) => Reader<T>;
  /** All of a collection as they are now. One request serves each collection of its overview once. */
  list: <T>(collection: ListCollection<T>, about: RequestLabel) => Promise<Listed<T>>;
}

export function createListReaders(client: Client, invalidations: Invalidations): ListReaders {
  const readers = new Map<object, OverviewReader>();
  /** A collection that shares its request with no other is an overview of its own. */
  const partOf = <T>(collection: ListCollection<T>): { reader: OverviewReader; part: Part<T> } => {
    const { overview, items, mustBeWhole } = collection.within ?? alone(collection);
    const key = collection.within ? overview : collection;
    const reader = readers.get(key) ?? createOverviewReader(client, overview, invalidations);
    readers.set(key, reader);
    return { reader, part: { key: collection, items, mustBeWhole, idOf: collection.idOf } };
  };
  return {
    of: (collection) => {
      const { reader, part } = partOf(collection);
      return reader.of(part);
    },
    list: (collection, about) => {
      const { reader, part } = partOf(collection);
      return reader.list(part, about);
    },
  };
}

function alone<T>({ name, list }: ListCollection<T>): Within<T> {
  const read: Overview<unknown>["read"] = async (client, about) => {
    const { accountId, items } = await list(client, about);
    return { accountId, shown: items };
  };
  return { overview: { name, read }, items: (shown) => shown as readonly T[] };
}

/** The things of one collection in an overview. */
interface Part<T> extends Pick<Within<T>, "items" | "mustBeWhole">, Pick<ListCollection<T>, "idOf"> {
  key: object;
}

interface OverviewReader {
  of: <T>(part: Part<T>) => Reader<T>;
  list: <T>(part: Part<T>, about: RequestLabel) => Promise<Listed<T>>;
}

/** An overview of this run, and the moment since which a write makes it old. */
interface Known {
  began: number;
  at: number;
  shown: Promise<Shown<unknown>>;
}

function createOverviewReader(client: Client, { name, read }: Overview<unknown>, invalidations: Invalidations): OverviewReader {
  const ask = (about: RequestLabel) => read(client, about);
  const isOld = (moment: number) => invalidations.since(moment, [], [name]);

  const parts = new Map<object, { part: Part<unknown>; prefix: string }>();
  /** What tells the ids of one collection from those of the others. */
  const prefixOf = <T>(part: Part<T>): string => {
    const known = parts.get(part.key) ?? { part: part as Part<unknown>, prefix: `${parts.size} ` };
    parts.set(part.key, known);
    return known.prefix;
  };
  const all = async (_ids: readonly string[], _withTotal: boolean, about: RequestLabel): Promise<Read<unknown>> => {
    const answer = await ask(about);
    const found = [...parts.values()].flatMap(({ part, prefix }) =>
      [...indexed(part, answer)].map(([id, item]) => [prefix + id, item] as const),
    );
    return { accountId: answer.accountId, total: undefined, found: new Map(found), failed: new Map() };
  };
  const fresh = createFreshReader<unknown>({
    read: all,
    now: invalidations.now,
    isOld,
    current: (moment, item) => (isOld(moment) ? undefined : item),
    showsAll: true,
    timeoutSeconds: client.settings.timeoutSeconds,
  });

  let known: Known | undefined;
  const isBelieved = () => known !== undefined && !isOld(known.began) && performance.now() - known.at < SNAPSHOT_AGE;
  const begin = (about: RequestLabel): Known => ({ began: invalidations.now(), at: performance.now(), shown: ask(about) });
  const ofThisRun = (about: RequestLabel): Promise<Shown<unknown>> => {
    if (known && isBelieved()) return known.shown;
    const one = begin(about);
    known = one;
    one.shown.catch(() => {
      if (known === one) known = undefined;
    });
    return one.shown;
  };

  let listed: (Known & { served: Set<object> }) | undefined;
  const forList = (key: object, about: RequestLabel): Promise<Shown<unknown>> => {
    const serves =
      listed && !listed.served.has(key) && !isOld(listed.began) && performance.now() - listed.at < LIST_AGE ? listed : undefined;
    listed = serves ?? { ...begin(about), served: new Set() };
    listed.served.add(key);
    const one = listed;
    one.shown.catch(() => {
      if (listed === one) listed = undefined;
    });
    return one.shown;
  };

  return {
    of: <T>(part: Part<T>): Reader<T> => {
      const prefix = prefixOf(part);
      return {
        read: async (id, about) => {
          const shown = await ofThisRun(about);
          const item = found(indexed(part, shown), id);
          // What the list does not show, or what was written to while it was read, is looked for anew.
          if (item !== undefined && isBelieved()) return { accountId: shown.accountId, item };
          return (await fresh(prefix + id, about)) as { accountId: string; item: T | undefined };
        },
        fresh: async (id, about) => (await fresh(prefix + id, about)) as { accountId: string; item: T | undefined },
        together: async (ids, about) => {
          const shown = await ask(about);
          const things = indexed(part, shown);
          return { accountId: shown.accountId, items: ids.flatMap((id) => found(things, id) ?? []), failed: new Map() };
        },
      };
    },
    list: async ({ key, items, mustBeWhole }, about) => {
      const { accountId, shown } = await forList(key, about);
      mustBeWhole?.(shown, about);
      return { accountId, items: items(shown) };
    },
  };
}

/** What was indexed once: a refresh asks for each of its things by itself. */
const indexes = new WeakMap<Shown<unknown>, Map<object, ReadonlyMap<string, unknown>>>();

/** By id as it is spelled, else in any case: an account may tell two names apart that differ by nothing else. */
function indexed<T>({ key, items, idOf }: Part<T>, answer: Shown<unknown>): ReadonlyMap<string, T> {
  const ofAnswer = indexes.get(answer) ?? new Map<object, ReadonlyMap<string, unknown>>();
  indexes.set(answer, ofAnswer);
  const known = ofAnswer.get(key) as ReadonlyMap<string, T> | undefined;
  if (known) return known;
  const entries = items(answer.shown).map((item) => [idOf(item, answer.accountId), item] as const);
  const index = new Map([...entries.map(([id, item]) => [idKey(id), item] as const), ...entries]);
  ofAnswer.set(key, index);
  return index;
}

const found = <T>(things: ReadonlyMap<string, T>, id: string): T | undefined => things.get(id) ?? things.get(idKey(id));
