import type { Fields } from "../core/field";
import type { Context } from "./context";
import { gone } from "./guards";
import type { Kind, Reading, StateValues, SubjectAbout } from "./kind";

/** Readings of things as they are now. */
export const freshly = ({ client, inventory }: Context): Reading => ({ client, inventory: inventory.fresh });

/** Reads the thing afresh. @throws NotFoundError where it has gone meanwhile. */
export function lookAt<T>(
  context: Context,
  { observe }: Pick<Kind<Fields, Fields, T, never>, "observe">,
  { id, state }: { id: string; state: StateValues },
  about: SubjectAbout,
): () => Promise<T> {
  return async () => {
    const { item } = await observe(freshly(context), id, about, state);
    if (item === undefined) throw gone(about);
    return item;
  };
}
