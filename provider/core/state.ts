import { isKept, sameValue, type Field, type Fields, type Hints } from "./field";
import type { Live, Outcome, Resource } from "./resource";
import { UNKNOWN } from "./unknown";

type Described = Pick<Resource<never>, "inputs">;

/**
 * State after a create or an update: what the program declares, and the facts. Of a property that could not be set it is what
 * the account holds, so that the next diff finds it; or the value of before, where nobody could look.
 */
export function stateAfter(
  resource: Described,
  before: Record<string, unknown>,
  declared: Record<string, unknown>,
  outcome: Outcome<Fields>,
): Record<string, unknown> {
  const failedProperties = new Set(outcome.failedProperties.flatMap(({ properties }) => properties));
  const { found = {} } = outcome;
  const state: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(resource.inputs)) {
    if (!isKept(field)) continue;
    if (failedProperties.has(name)) state[name] = Object.hasOwn(found, name) ? found[name] : before[name];
    else state[name] = declared[name];
  }
  return defined({ ...state, ...outcome.outputs });
}

/**
 * State after a read. `held` is the state of before: its properties are the managed ones, and no others are taken from
 * the account. Where the live value means the same as the held one, the held form stays: order, case and notation never
 * look like a change. Without `held`, everything that can be read is taken.
 */
export function stateRead(
  resource: Described,
  live: Live<Fields, Fields>,
  held: Record<string, unknown> | undefined,
): Record<string, unknown> {
  const found = live.inputs as Record<string, unknown>;
  const state: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(resource.inputs)) {
    if (!isKept(field)) continue;
    if (held === undefined) state[name] = found[name];
    else if (held[name] !== undefined && held[name] !== null) state[name] = liveForm(field, held[name], found[name], live.hints);
  }
  return defined({ ...state, ...live.outputs });
}

/** What state held before a read; undefined where this provider never created or read the resource, which then has no account. */
export function heldIn(properties: Record<string, unknown>): Record<string, unknown> | undefined {
  return properties["accountId"] === undefined ? undefined : properties;
}

/**
 * The declaration that a thing which was made elsewhere would have, where it is imported by its id alone: everything that
 * can be read, and the id itself where the resource has a property for it. It checks, and differs in nothing.
 */
export function inputsRead(resource: Described, live: Live<Fields, Fields>): Record<string, unknown> {
  const found = live.inputs as Record<string, unknown>;
  const names = Object.entries(resource.inputs);
  return defined(Object.fromEntries(names.map(([name, { marks }]) => [name, marks.identity ? live.id : found[name]])));
}

/**
 * State as a preview shows it, before a create, or before the update of what state holds as `before`. A fact that nobody can
 * know yet is unknown.
 */
export function stateForeseen(
  resource: Described & Pick<Resource<never>, "outputs" | "preview">,
  before: Record<string, unknown> | undefined,
  declared: Record<string, unknown>,
): { id: string | undefined; state: Record<string, unknown> } {
  const { id, outputs } = resource.preview?.(declared, before !== undefined) ?? { outputs: {} };
  const facts: Record<string, unknown> = {};
  for (const name of Object.keys(resource.outputs)) facts[name] = before ? before[name] : UNKNOWN;
  const outcome = { id: id ?? "", outputs: { ...facts, ...outputs }, failedProperties: [] };
  return { id, state: stateAfter(resource, before ?? {}, declared, outcome) };
}

/** What the account holds of a property; the held value itself where it means the same, or is nothing that an account holds. */
export function liveForm(field: Field, held: unknown, live: unknown, hints?: Hints): unknown {
  if (field.marks.local || field.marks.writeOnly) return held;
  const part = field.marks.managed ? field.marks.managed(held, live) : live;
  return sameValue(field, held, part, hints) ? held : part;
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}
