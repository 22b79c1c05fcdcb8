import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import { type Context, confirmGone } from "../../lifecycle";
import { refusalOf } from "../shared/answers";
import { findTag, tagCalls } from "./calls";

interface Renaming {
  accountId: string;
  from: string;
  to: string;
  /** Whether a tag that has the name already may take this one in. */
  merge: boolean;
}

/**
 * Renames a tag, on everything that bears it.
 *
 * @returns the name that it has from then on: that of another one which took it in may be spelled in another case.
 * @throws ConflictError where another tag has the name.
 */
export async function renameTag(
  context: Context,
  { accountId, from, to, merge }: Renaming,
  about: RequestLabel,
): Promise<string> {
  const calls = tagCalls(context.client, accountId, about);
  const other = await findTag(context, accountId, to, about);
  if (other && !merge) {
    throw new ConflictError({
      ...about,
      why: `The account has a tag "${other.name}" already.`,
      remedy: "Give it another name, or set merge: true so that what bears this tag bears that one.",
    });
  }
  await confirmGone(
    () => (other ? calls.merge(from, other.name) : calls.rename(from, to)),
    () => findTag(context, accountId, from, about),
    refusalOf(about, `The tag was not renamed to "${to}".`),
  );
  return other?.name ?? to;
}
