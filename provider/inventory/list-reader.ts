import type { About, Client } from "../client";
import { idKey } from "./by-id";
import type { ListCollection, Listed, Reader } from "./collection";
import { createFreshReader } from "./fresh";
import type { Invalidations } from "./invalidations";
import type { Read } from "./read-each";
import { SNAPSHOT_AGE } from "./snapshot";

/** A list of this run, by id, and the moment since which a write makes it old. */
interface Known<T> {
  accountId: string;
  byId: ReadonlyMap<string, T>;
}

/** Reads things that the account gives as one list. A refresh of all of them is one request, as long as nothing of it was written to. */
export function createListReader<T>(
  client: Client,
  { name, list, idOf }: ListCollection<T>,
  invalidations: Invalidations,
): Reader<T> {
  const indexed = ({ accountId, items }: Listed<T>): Known<T> => ({
    accountId,
    byId: new Map(items.map((item) => [idKey(idOf(item, accountId)), item])),
  });
  const ask = async (about: About) => indexed(await list(client, about));
  const among = async (_ids: readonly string[], _withTotal: boolean, about: About): Promise<Read<T>> => {
    const { accountId, byId } = await ask(about);
    return { accountId, total: undefined, found: byId, failed: new Map() };
  };
  const fresh = createFreshReader(among, client.settings);

  let known: { began: number; at: number; list: Promise<Known<T>> } | undefined;
  const isBelieved = () =>
    known !== undefined && !invalidations.since(known.began, [], [name]) && performance.now() - known.at < SNAPSHOT_AGE;
  const ofThisRun = (about: About): Promise<Known<T>> => {
    if (known && isBelieved()) return known.list;
    const one = { began: invalidations.now(), at: performance.now(), list: ask(about) };
    known = one;
    one.list.catch(() => {
      if (known === one) known = undefined;
    });
    return one.list;
  };

  return {
    read: async (id, about) => {
      const { accountId, byId } = await ofThisRun(about);
      const item = byId.get(idKey(id));
      // What the list does not show, or what was written to while it was read, is looked for anew.
      return item !== undefined && isBelieved() ? { accountId, item } : fresh(id, about);
    },
    fresh,
    together: async (ids, about) => {
      const { accountId, byId } = await ask(about);
      return { accountId, items: ids.flatMap((id) => byId.get(idKey(id)) ?? []), failed: new Map() };
    },
  };
}
