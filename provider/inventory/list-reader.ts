import type { RequestLabel, Client } from "../client";
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
  // As it is spelled, else in any case: an account may tell two names apart that differ by nothing else.
  const indexed = ({ accountId, items }: Listed<T>): Known<T> => {
    const entries = items.map((item) => [idOf(item, accountId), item] as const);
    return { accountId, byId: new Map([...entries.map(([id, item]) => [idKey(id), item] as const), ...entries]) };
  };
  const found = ({ byId }: Known<T>, id: string): T | undefined => byId.get(id) ?? byId.get(idKey(id));
  const ask = async (about: RequestLabel) => indexed(await list(client, about));
  const all = async (_ids: readonly string[], _withTotal: boolean, about: RequestLabel): Promise<Read<T>> => {
    const { accountId, byId } = await ask(about);
    return { accountId, total: undefined, found: byId, failed: new Map() };
  };
  const fresh = createFreshReader({
    read: all,
    now: invalidations.now,
    isOld: (moment) => invalidations.since(moment, [], [name]),
    current: (moment, item) => (invalidations.since(moment, [], [name]) ? undefined : item),
    showsAll: true,
    timeoutSeconds: client.settings.timeoutSeconds,
  });

  let known: { began: number; at: number; list: Promise<Known<T>> } | undefined;
  const isBelieved = () =>
    known !== undefined && !invalidations.since(known.began, [], [name]) && performance.now() - known.at < SNAPSHOT_AGE;
  const ofThisRun = (about: RequestLabel): Promise<Known<T>> => {
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
      const listed = await ofThisRun(about);
      const { accountId } = listed;
      const item = found(listed, id);
      // What the list does not show, or what was written to while it was read, is looked for anew.
      return item !== undefined && isBelieved() ? { accountId, item } : fresh(id, about);
    },
    fresh,
    together: async (ids, about) => {
      const listed = await ask(about);
      return { accountId: listed.accountId, items: ids.flatMap((id) => found(listed, id) ?? []), failed: new Map() };
    },
  };
}
