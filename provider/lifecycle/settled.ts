import type { Fields } from "../core/field";
import { withRemovals } from "../core/plan";
import type { Live, FailedProperties } from "../core/resource";
import { liveForm } from "../core/state";
import { apply, type Applying, type Plan, writeTo } from "./apply";
import type { Context } from "./context";
import type { Kind } from "./kind";

type Values = Readonly<Record<string, unknown>>;

/** What became of a plan: the properties that could not be set, and what the account holds of them now. */
interface Settled {
  failedProperties: FailedProperties[];
  /** By property. One that could not be read again is left out. */
  found: Record<string, unknown>;
}

/** Writes what the plan shows, and sees what became of it. @returns also the outputs that the setters told. */
export async function applyAndSettle<T>(
  context: Context,
  kind: Kind<Fields, Fields, T, never>,
  declared: Values,
  applying: Applying<T>,
): Promise<Settled & { facts: Values }> {
  const { failures, facts } = await apply(context, kind, applying);
  const look = async () => kind.live(await applying.look(), applying.seen.accountId);
  return { ...(await settle(kind.inputs, applying.plan, declared, failures, look)), facts };
}

/**
 * Looks once more at what failed: a change that was carried out although its answer says otherwise, or never came, is done. Of
 * the rest, state gets what the account holds, so that the next diff finds it.
 *
 * @param look - What the account holds now.
 */
async function settle(
  inputs: Fields,
  plan: Plan,
  declared: Values,
  failures: readonly FailedProperties[],
  look: () => Promise<Live<Fields, Fields>>,
): Promise<Settled> {
  if (failures.length === 0) return { failedProperties: [], found: {} };
  const live = await look().catch(() => undefined);
  if (live === undefined) return { failedProperties: [...failures], found: {} };
  const isOpen = (name: string): boolean => {
    const change = plan.get(name);
    return change !== undefined && writeTo(inputs, name, change, live) !== undefined;
  };
  const failedProperties = failures
    .map(({ properties, error }) => ({ properties: properties.filter(isOpen), error }))
    .filter(({ properties }) => properties.length > 0);
  const now = live.inputs as Values;
  const held = (name: string): unknown => {
    const [field, change] = [inputs[name], plan.get(name)];
    // Whether it was set nobody can look up: so the next run sets it.
    if (field?.marks.writeOnly) return undefined;
    return field && change && liveForm(field, withRemovals(change, declared[name], now[name]), now[name], live.hints);
  };
  const found = failedProperties.flatMap(({ properties }) => properties).map((name) => [name, held(name)] as const);
  return { failedProperties, found: Object.fromEntries(found) };
}
