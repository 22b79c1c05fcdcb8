import type { Fields } from "../core/field";
import { identityOf } from "../core/identity";
import type { Live } from "../core/resource";
import type { Context } from "./context";
import type { Kind, SubjectLabel } from "./kind";
import { asKnown, freshly, observe } from "./look";
import { pauseFor, poll } from "./poll";
import { spoken } from "../core/spoken";

type Values = Readonly<Record<string, unknown>>;

/** Seconds between the two looks that a refresh takes before it drops a resource. */
const SECOND_LOOK = 0.25;

/** How long a thing that this process made may take to show, in seconds. */
const SHOWS_WITHIN = 10;

/**
 * What the account holds of the resource; undefined where it does not have it. A thing in state that is not there is looked for
 * twice, and what this process made itself for a while: a server may be a moment behind.
 *
 * @param state - Empty where the resource is only read.
 */
export async function readThing<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  state: Values,
): Promise<Live<Fields, Fields> | undefined> {
  const { type, called } = kind;
  const about = { what: `Reading ${spoken(type)}`, subject: called(state, id) };
  const seen = await observe(asKnown(context), kind, { id, state }, about);
  const isManaged = state["accountId"] !== undefined;
  const item = seen.item ?? (isManaged ? await lookAgain(context, kind, id, about, state) : undefined);
  if (item === undefined) {
    // What was managed and is not there has gone, whatever the id names now.
    const why = isManaged ? undefined : await kind.whyNotThere?.(context, id, about);
    if (why) throw why;
    return undefined;
  }
  const live = kind.live(item, seen.accountId);
  if (live.isHidden && isManaged) {
    context.log("warning", `${type} ${about.subject}: the access key's user may not view it, so state stays as it is.`);
    return { ...live, inputs: state, outputs: state };
  }
  return { ...live, outputs: { ...live.outputs, ...keptOf(kind, state) } };
}

async function lookAgain<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  about: SubjectLabel,
  state: Values,
): Promise<T | undefined> {
  const look = async () => (await observe(freshly(context), kind, { id, state }, about)).item;
  if (context.ownership.isTaken({ type: kind.type, id: identityOf(kind, id, state) })) {
    return poll(context, SHOWS_WITHIN, `${kind.type} ${about.subject} was made and does not show yet.`, look);
  }
  await pauseFor(SECOND_LOOK);
  return look();
}

/** Facts that no reading gives, as state holds them. */
export function keptOf({ kept = [] }: { kept?: readonly string[] }, state: Values): Values {
  return Object.fromEntries(["origin", "mark", ...kept].map((name) => [name, state[name]]));
}
