import type { Fields } from "../core/field";
import type { Context } from "./context";
import { ownAccount } from "./guards";
import type { Kind, SubjectAbout } from "./kind";
import { freshly } from "./look";
import { mark, unmark } from "./marking";
import { deletesByDefault, type Origin } from "./origin";
import { MADE, type Owner, UNMARKED } from "./ownership";

type Values = Readonly<Record<string, unknown>>;

/**
 * Deletes the thing if it is this resource's to delete and nobody else's to keep, as a fresh look shows. Else it stays in the
 * account, and that is said.
 */
export async function deleteThing<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  state: Values,
): Promise<void> {
  const thing = { type: kind.type, id };
  const about = { what: `Delete the ${kind.type.toLowerCase()}`, subject: kind.called(state, id) };
  context.ownership.refuseAfterFailure(thing);
  const look = async (): Promise<T | undefined> => {
    const seen = await kind.observe(freshly(context), id, about, state);
    ownAccount(about.subject, seen.accountId, state["accountId"]);
    return seen.item;
  };
  const item = await look();
  if (item === undefined) return;
  const reason = await reasonToLeave(context, kind, { id, item, state }, about);
  if (reason === undefined) {
    await kind.destroy(context, { id, item, state }, look, about);
    return;
  }
  context.log("info", `${kind.type} ${about.subject} stays in the account: ${reason}`);
  const own = ownerOf(state);
  if (kind.marking.of(item).has(own)) await unmark(context, kind, id, own, about);
}

/** Which resource this is, to others. */
export function ownerOf(state: Values): Owner {
  if (typeof state["mark"] === "string") return state["mark"];
  return state["origin"] === "adopted" || state["origin"] === "registered" ? UNMARKED : MADE;
}

async function reasonToLeave<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  { id, item, state }: { id: string; item: T; state: Values },
  about: SubjectAbout,
): Promise<string | undefined> {
  const foreign = kind.isOthers?.(item, state);
  if (foreign !== undefined) return foreign;
  const thing = { type: kind.type, id };
  const own = ownerOf(state);
  const marks = kind.marking.of(item);
  const origin = state["origin"] as Origin | undefined;
  const isMaker =
    deletesByDefault(origin, !kind.staysWithoutOrigin) || marks.get(own) === "made" || context.ownership.isLeftBehind(thing);
  const known = context.ownership.others(thing, own);
  const others = [...marks.keys()].filter((token) => token !== own);
  if (others.length > 0 || known.length > 0) {
    if (isMaker) await handOn(context, kind, id, known, others, about);
    return known.length > 0
      ? "another resource of this program manages it."
      : "it bears the mark of another resource, of another stack or provider, that manages it as well.";
  }
  const wanted = typeof state["deleteOnDestroy"] === "boolean" ? state["deleteOnDestroy"] : isMaker;
  if (wanted) return undefined;
  return state["deleteOnDestroy"] === false
    ? "deleteOnDestroy is false."
    : "it was there before this resource adopted it. Set deleteOnDestroy: true to delete it as well.";
}

/** Leaves the thing to another resource of this stack, which from then on counts as the one that made it. */
async function handOn<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  known: readonly Owner[],
  marks: readonly string[],
  about: SubjectAbout,
): Promise<void> {
  context.ownership.leftBehind({ type: kind.type, id });
  for (const heir of known) if (marks.includes(heir)) await mark(context, kind, id, heir, "made", about);
}
