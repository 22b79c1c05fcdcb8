import { diff } from "../core/diff";
import type { Fields } from "../core/field";
import { parsePath } from "../core/path";
import { identityOf } from "../core/identity";
import type { FailedProperties, Outcome } from "../core/resource";
import { idKey } from "../inventory";
import { heldOf, intentsOfPlan, planOf } from "./apply";
import type { Context } from "./context";
import { gone, hidden } from "./guards";
import { without } from "./ignore";
import { ownerOf } from "./delete";
import type { Kind, SubjectLabel } from "./kind";
import { freshly, lookAt, observe } from "./look";
import { mark, newToken, unmark } from "./marking";
import { noteWant } from "./note-want";
import { mustBeAllowed } from "./needs";
import type { Origin } from "./origin";
import { keptOf } from "./read";
import { applyAndSettle } from "./settled";
import { spoken } from "../core/spoken";

type Values = Readonly<Record<string, unknown>>;

/**
 * Writes what the plan shows, from what state holds to what the program declares, to the thing as it is now. After a failure the
 * engine asks for an update without having asked for a difference: where there is none, the declaration is compared with the
 * account itself.
 *
 * @param ignored - Paths that the program wants left alone, in Pulumi's notation.
 */
export async function updateThing<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  state: Values,
  declared: Values,
  ignored: readonly string[] = [],
): Promise<Outcome<Fields>> {
  const { type, called } = kind;
  const about = { what: `Updating ${spoken(type)}`, subject: called(declared, id) };
  noteWant(kind, context.ownership, id, declared);
  const { accountId, item, adopted } = await find(context, kind, { id, state, declared }, about);
  const live = kind.live(item, accountId);
  if (live.isHidden) throw hidden(about);
  // Whatever differs, be it what steers the provider alone, the engine has shown a plan: else it asks after a failure.
  const hasPlan = diff(kind, id, state, declared).changed.length > 0;
  const from = hasPlan ? state : heldOf(kind, declared, live);
  const plan = without(planOf(kind, from, declared), ignored.map(parsePath));
  kind.beforeUpdate?.({ live: live.inputs, state, declared }, about);
  await mustBeAllowed(context, intentsOfPlan(kind, live, plan, { item, declared }), about);
  const look = lookAt(context, kind, { id, state, declared }, about);
  const applying = { seen: { item, accountId, declared }, live, plan, look, about };
  const { failedProperties, found, facts } = await applyAndSettle(context, kind, declared, applying);
  await followName(context, kind, id, { state, declared, failedProperties }, item, about);
  return { id, failedProperties, found, outputs: { ...live.outputs, ...keptOf(kind, state), ...adopted, ...facts } };
}

/**
 * The thing of the resource. Where it is not there under the name that state holds, and is under the declared one, a rename was
 * carried out whose end the state has not seen, or another hand was at work: on doubt the thing is adopted, so that no delete takes it.
 */
async function find<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  { id, state, declared }: { id: string; state: Values; declared: Values },
  about: SubjectLabel,
): Promise<{ accountId: string; item: T; adopted?: { origin: Origin; mark: string } }> {
  const { accountId, item } = await observe(freshly(context), kind, { id, state }, about);
  if (item !== undefined) return { accountId, item };
  const renamed = { ...state, ...declared };
  const now = identityOf(kind, id, renamed);
  if (now === identityOf(kind, id, state)) throw gone(about);
  const other = await observe(freshly(context), kind, { id, state: renamed }, about);
  if (other.item === undefined) throw gone(about);
  context.log(
    "warning",
    `${kind.type} ${about.subject}: it has its new name already. It is adopted: destroying the resource leaves it in the account; deleteOnDestroy: true deletes it as well.`,
  );
  const token = newToken();
  await mark(context, kind, now, token, "adopted", about);
  return { accountId, item: other.item, adopted: { origin: "adopted", mark: token } };
}

/** Where the thing is known by another name from now on, its marks and whoever manages it are noted under that one. */
async function followName<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  id: string,
  { state, declared, failedProperties }: { state: Values; declared: Values; failedProperties: readonly FailedProperties[] },
  item: T,
  about: SubjectLabel,
): Promise<void> {
  const failed = new Set(failedProperties.flatMap(({ properties }) => properties));
  const held = Object.fromEntries(Object.entries(declared).filter(([name]) => !failed.has(name)));
  const [before, now] = [identityOf(kind, id, state), identityOf(kind, id, { ...state, ...held })];
  if (idKey(before) === idKey(now)) return;
  const owner = ownerOf(state);
  context.ownership.renamed({ type: kind.type, id: now }, owner);
  const as = kind.marking.of(item).get(owner);
  if (as === undefined) return;
  await mark(context, kind, now, owner, as, about);
  await unmark(context, kind, before, owner, about);
}
