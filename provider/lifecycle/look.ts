import type { Fields } from "../core/field";
import type { Context } from "./context";
import { gone, ownAccount } from "./guards";
import type { Kind, Observed, Reading, StateValues, SubjectAbout } from "./kind";

type Observable<T> = Pick<Kind<Fields, Fields, T, never>, "observe">;

interface Known {
  id: string;
  state: StateValues;
}

/** Readings of things as they are now. */
export const freshly = ({ client, inventory }: Context): Reading => ({ client, inventory: inventory.fresh });

/** The one way to see a thing of a resource. @throws WrongAccountError where another account answers than state names. */
export async function observe<T>(
  reading: Reading,
  { observe: read }: Observable<T>,
  { id, state }: Known,
  about: SubjectAbout,
): Promise<Observed<T>> {
  const observed = await read(reading, id, about, state);
  ownAccount(about.subject, observed.accountId, state["accountId"]);
  return observed;
}

/** Reads the thing afresh. @throws NotFoundError where it has gone meanwhile. */
export function lookAt<T>(context: Context, kind: Observable<T>, known: Known, about: SubjectAbout): () => Promise<T> {
  return async () => {
    const { item } = await observe(freshly(context), kind, known, about);
    if (item === undefined) throw gone(about);
    return item;
  };
}
