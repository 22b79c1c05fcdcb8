import { diff } from "../core/diff";
import type { Fields } from "../core/field";
import { parsePath } from "../core/path";
import type { Outcome } from "../core/resource";
import { heldOf, planOf } from "./apply";
import type { Context } from "./context";
import { gone, hidden } from "./guards";
import { without } from "./ignore";
import type { Kind } from "./kind";
import { freshly, lookAt, observe } from "./look";
import { keptOf } from "./read";
import { applyAndSettle } from "./settled";

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
  const about = { what: `Update the ${type.toLowerCase()}`, subject: called(declared, id) };
  const { accountId, item } = await observe(freshly(context), kind, { id, state }, about);
  if (item === undefined) throw gone(about);
  const live = kind.live(item, accountId);
  if (live.isHidden) throw hidden(about);
  // Whatever differs, be it what steers the provider alone, the engine has shown a plan: else it asks after a failure.
  const hasPlan = diff(kind, id, state, declared).changed.length > 0;
  const from = hasPlan ? state : heldOf(kind, declared, live);
  const plan = without(planOf(kind, from, declared), ignored.map(parsePath));
  kind.beforeUpdate?.({ live: live.inputs, state, declared }, about);
  const look = lookAt(context, kind, { id, state }, about);
  const applying = { seen: { item, accountId }, live, plan, look, about };
  const { failedProperties, found, facts } = await applyAndSettle(context, kind, declared, applying);
  return { id, failedProperties, found, outputs: { ...live.outputs, ...keptOf(kind, state), ...facts } };
}
