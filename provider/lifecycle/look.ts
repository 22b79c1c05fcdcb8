import type { Fields } from "../core/field";
import type { Context } from "./context";
import { gone, ownAccount } from "./guards";
import { identityOf } from "../core/identity";
import type { Observed } from "../inventory";
import type { Kind, Reading, StateValues, SubjectLabel } from "./kind";

type Observable<T> = Pick<Kind<Fields, Fields, T, never>, "collection" | "identity" | "observe" | "type">;

interface Known {
  id: string;
  state: StateValues;
}

/** Readings of things from what is known: a refresh of many shares requests. */
export const asKnown = ({ client, inventory }: Context): Reading => ({
  client,
  read: (collection, id, about) => inventory.of(collection).read(id, about),
});

/** Readings of things as they are now. */
export const freshly = ({ client, inventory }: Context): Reading => ({
  client,
  read: (collection, id, about) => inventory.of(collection).fresh(id, about),
});

/** The one way to see a thing of a resource. @throws WrongAccountError where another account answers than state names. */
export async function observe<T>(
  reading: Reading,
  kind: Observable<T>,
  { id, state }: Known,
  about: SubjectLabel,
): Promise<Observed<T>> {
  const observed = await readOf(reading, kind, identityOf(kind, id, state), about, state);
  ownAccount(about, observed.accountId, state["accountId"]);
  return observed;
}

function readOf<T>(
  reading: Reading,
  { type, collection, observe: read }: Observable<T>,
  id: string,
  about: SubjectLabel,
  state: StateValues,
): Promise<Observed<T>> {
  if (read) return read(reading, id, about, state);
  if (collection) return reading.read(collection, id, about);
  throw new TypeError(`${type} has no collection, and nothing else observes it.`);
}

/**
 * Reads afresh what is being written to: under the name that it had and, where it has gone from there, under the declared one.
 *
 * @throws NotFoundError where it has gone meanwhile.
 */
export function lookAt<T>(
  context: Context,
  kind: Observable<T>,
  { id, state, declared }: Known & { declared: StateValues },
  about: SubjectLabel,
): () => Promise<T> {
  const renamed = { ...state, ...declared };
  const mayBeRenamed = identityOf(kind, id, renamed) !== identityOf(kind, id, state);
  return async () => {
    const { item } = await observe(freshly(context), kind, { id, state }, about);
    if (item !== undefined) return item;
    const now = mayBeRenamed ? await observe(freshly(context), kind, { id, state: renamed }, about) : undefined;
    if (now?.item === undefined) throw gone(about);
    return now.item;
  };
}
