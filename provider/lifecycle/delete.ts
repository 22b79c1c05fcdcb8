import type { Fields } from "../core/field";
import { identityOf } from "../core/identity";
import { idKey, markName } from "../inventory";
import type { Context } from "./context";
import type { Kind, SubjectLabel } from "./kind";
import { freshly, observe } from "./look";
import { mark, unmark } from "./marking";
import { explained, mustBeAllowed, needsOf } from "./needs";
import { deletesByDefault, type Origin } from "./origin";
import { MADE, type Owner, UNMARKED } from "./ownership";
import { spoken } from "../core/spoken";

type Values = Readonly<Record<string, unknown>>;

/**
 * Deletes the thing if it is this resource's to delete and nobody else's to keep, as a fresh look shows. Else it stays in the
 * account, and that is said. Deletes of one thing run one after the other: the second has to see what the first has left.
 */
export async function deleteThing<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  state: Values,
): Promise<void> {
  context.ownership.refuseAfterFailure({ type: kind.type, id });
  const identity = identityOf(kind, id, state);
  await context.mutex.run(`delete ${kind.type} ${idKey(identity)}`, () => deleteNow(context, kind, identity, state));
}

async function deleteNow<T>(context: Context, kind: Kind<Fields, Fields, T, never>, id: string, state: Values): Promise<void> {
  const about = { what: `Deleting ${spoken(kind.type)}`, subject: kind.called(state, id) };
  const look = async () => (await observe(freshly(context), kind, { id, state }, about)).item;
  const item = await look();
  const reason = item === undefined ? undefined : await reasonToLeave(context, kind, { id, item, state }, about);
  if (item !== undefined && reason === undefined) {
    const intents = [
      { needed: needsOf(kind).delete, doing: "delete" as const, declared: state, permissions: kind.permissionsOn?.(item) },
    ];
    await mustBeAllowed(context, intents, about);
    await kind.destroy(context, { id, item, state }, look, about).catch(async (error: unknown) => {
      throw await explained(context, intents, about, error);
    });
  }
  if (reason !== undefined) context.log("info", `${kind.type} ${about.subject} stays in the account: ${reason}`);
  const own = ownerOf(state);
  const isMarkLeft =
    reason === undefined ? kind.marking.outlive && own === state["mark"] : item && kind.marking.of(item).has(own);
  if (isMarkLeft) await unmark(context, kind, id, own, about);
}

const DELETE_TOO =
  "Set deleteOnDestroy: true and run `pulumi up` before a destroy to delete it as well; this one can be deleted in the remote.it application.";

/** Which resource this is, to others. */
export function ownerOf(state: Values): Owner {
  if (typeof state["mark"] === "string") return state["mark"];
  return state["origin"] === "adopted" || state["origin"] === "registered" ? UNMARKED : MADE;
}

async function reasonToLeave<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  { id, item, state }: { id: string; item: T; state: Values },
  about: SubjectLabel,
): Promise<string | undefined> {
  if (kind.stays !== undefined) return kind.stays;
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
      : `it bears the mark of another resource that manages it as well, of another stack or provider or one that this run leaves out: ${others.map(markName).join(", ")}. Where no such resource is left, remove that attribute.`;
  }
  const wanted = typeof state["deleteOnDestroy"] === "boolean" ? state["deleteOnDestroy"] : isMaker;
  if (wanted) return undefined;
  return state["deleteOnDestroy"] === false
    ? `deleteOnDestroy is false. ${DELETE_TOO}`
    : `it was there before this resource adopted it. ${DELETE_TOO}`;
}

/** Leaves the thing to another resource of this stack, which from then on counts as the one that made it. */
async function handOn<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  known: readonly Owner[],
  marks: readonly string[],
  about: SubjectLabel,
): Promise<void> {
  context.ownership.leftBehind({ type: kind.type, id });
  for (const heir of known) if (marks.includes(heir)) await mark(context, kind, id, heir, "made", about);
}
