import { TransientError } from "../core/errors";
import { isMap } from "../core/map";
import { printPath } from "../core/path";
import { type Planned, planned, type Write, writeOf } from "../core/plan";
import type { Fields } from "../core/field";
import type { Live, FailedProperties } from "../core/resource";
import { liveForm } from "../core/state";
import type { Context } from "./context";
import { explained, type Intent, mustBeAllowed, needsOf } from "./needs";
import type { Kind, Seen, Setter, SubjectLabel } from "./kind";

/** By property, in the order of their declaration. */
export type Plan = ReadonlyMap<string, Planned>;

type Values = Readonly<Record<string, unknown>>;
type AnyLive = Live<Fields, Fields>;
type AnyKind<T> = Kind<Fields, Fields, T, never>;

/** What the program changes: from what state holds, or from nothing where the thing has just come to be, to what it declares. */
export function planOf({ inputs }: { inputs: Fields }, from: Values, declared: Values): Plan {
  const plan = new Map<string, Planned>();
  for (const [name, field] of Object.entries(inputs)) {
    if (field.marks.origin || field.marks.identity || field.marks.local || field.marks.replaces) continue;
    const change = planned(field, from[name], declared[name]);
    if (change) plan.set(name, change);
  }
  return plan;
}

/** What the account holds, as far as the program declares it: what a plan starts from where state does not tell. */
export function heldOf({ inputs }: { inputs: Fields }, declared: Values, live: AnyLive): Values {
  const found = live.inputs as Values;
  const names = Object.entries(inputs).filter(([name]) => declared[name] !== undefined);
  const held = names.map(([name, field]) => {
    // Whether the account holds it nobody knows, so it is set.
    if (field.marks.writeOnly) return [name, undefined] as const;
    // Of a set each element counts by itself: another spelling of one is tried, and the account says what it makes of it.
    if (field.marks.parts === "elements") return [name, found[name]] as const;
    return [name, liveForm(field, declared[name], found[name], live.hints)] as const;
  });
  return Object.fromEntries(held);
}

/** What there is to write of a property's plan. */
export function writeTo(inputs: Fields, name: string, change: Planned, live: AnyLive): Write | undefined {
  const field = inputs[name];
  // What the account does not show is taken to be as it was set last: nobody else is known to have changed it.
  const isHidden = field?.marks.writeOnly && change.kind === "whole";
  return field && writeOf(field, change, isHidden ? change.from : (live.inputs as Values)[name], live.hints);
}

export interface Applying<T> {
  seen: Seen<T>;
  live: AnyLive;
  plan: Plan;
  look: () => Promise<T>;
  about: SubjectLabel;
}

interface Applied {
  failures: FailedProperties[];
  facts: Values;
}

/**
 * Writes what the plan shows to the thing as it is now. What went out in one request with other changes, and of which their answer
 * tells nothing, is looked up, and written again where it is not there.
 */
export async function apply<T>(context: Context, kind: AnyKind<T>, applying: Applying<T>): Promise<Applied> {
  const applied = await setEach(context, kind, applying);
  const isUnclear = ({ error }: FailedProperties) => error instanceof TransientError && error.ofMany;
  const unclear = new Set(applied.failures.filter(isUnclear).flatMap(({ properties }) => properties));
  const item = unclear.size > 0 ? await applying.look().catch(() => undefined) : undefined;
  if (item === undefined) return applied;
  const again = await setEach(context, kind, {
    ...applying,
    seen: { ...applying.seen, item },
    live: kind.live(item, applying.seen.accountId),
    plan: new Map([...applying.plan].filter(([name]) => unclear.has(name))),
  });
  const failures = [...applied.failures.filter((failure) => !isUnclear(failure)), ...again.failures];
  return { failures, facts: { ...applied.facts, ...again.facts } };
}

/**
 * One setter after the other. One that fails does not keep the others from their work: as much of the declaration as possible becomes
 * true, and the rest is named.
 */
async function setEach<T>(context: Context, kind: AnyKind<T>, applying: Applying<T>): Promise<Applied> {
  const { live, plan, about } = applying;
  const found = foundFor(kind, live, plan);
  for (const [name, write] of found) tellOfOthers(context, kind, about, name, write);
  const writes = changing(found, live);
  const failures: FailedProperties[] = [];
  const facts = {};
  for (const setter of kind.setters) {
    const outcome = await run(context, kind, setter, writes, applying);
    if ("error" in outcome) failures.push(outcome);
    else Object.assign(facts, outcome.facts);
  }
  return { failures, facts };
}

/** What a plan comes to with the thing as it is now, by property: also where all that is to go was changed by others, and stays. */
function foundFor({ inputs }: Pick<AnyKind<never>, "inputs">, live: AnyLive, plan: Plan): [string, Write][] {
  return [...plan].flatMap(([name, change]) => {
    const write = writeTo(inputs, name, change, live);
    return write ? [[name, write] as [string, Write]] : [];
  });
}

const changing = (found: readonly [string, Write][], live: AnyLive): Map<string, Write> =>
  new Map(found.filter(([name, { target }]) => target !== (live.inputs as Values)[name]));

/** What carrying out a plan takes. */
export const intentsOfPlan = <T>(
  kind: AnyKind<T>,
  live: AnyLive,
  plan: Plan,
  seen: Pick<Seen<T>, "item" | "declared">,
): Intent[] => intentsOf(kind, changing(foundFor(kind, live, plan), live).keys(), seen);

/** What it takes to make a thing that was there what the program declares. */
export function intentsToAdopt<T>(kind: AnyKind<T>, { item, accountId, declared }: Seen<T>): Intent[] {
  const live = kind.live(item, accountId);
  return intentsOfPlan(kind, live, planOf(kind, heldOf(kind, declared, live), declared), { item, declared });
}

/** What setting these properties of a thing takes. */
function intentsOf<T>(
  kind: AnyKind<T>,
  names: Iterable<string>,
  { item, declared }: Pick<Seen<T>, "item" | "declared">,
): Intent[] {
  const wanted = new Set(names);
  const permissions = kind.permissionsOn?.(item);
  return kind.setters
    .filter(({ properties }) => properties.some((name) => wanted.has(name)))
    .map((setter): Intent => ({ needed: setter.needs ?? needsOf(kind).update, doing: "update", declared, permissions }));
}

async function run<T>(
  context: Context,
  kind: AnyKind<T>,
  { what, properties, set }: Setter<T>,
  writes: ReadonlyMap<string, Write>,
  { seen, look, about }: Applying<T>,
): Promise<FailedProperties | { facts: object }> {
  const mine = properties.flatMap((name) => {
    const write = writes.get(name);
    return write ? [[name, write] as const] : [];
  });
  if (mine.length === 0) return { facts: {} };
  const named = mine.map(([name]) => name);
  const intents = intentsOf(kind, named, seen);
  const label = { ...about, what };
  try {
    await mustBeAllowed(context, intents, label);
    const told = await set(context, seen, Object.fromEntries(mine), look, { ...label, looksAgain: true });
    return { facts: isMap(told) ? told : {} };
  } catch (refusal) {
    const error = await explained(context, intents, label, refusal);
    return { properties: named, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Both the plan and somebody else have changed it. Values are not told: they may be secrets. */
function tellOfOthers<T>(
  { log }: Context,
  { type }: AnyKind<T>,
  { subject }: SubjectLabel,
  property: string,
  { overwritten, left }: Write,
): void {
  for (const path of overwritten) {
    const place = printPath([property, ...path]);
    log(
      "warning",
      `${type} ${subject}: ${place} was changed by somebody else since the last run, and is written over as the plan shows.`,
    );
  }
  for (const path of left) {
    const place = printPath([property, ...path]);
    log(
      "warning",
      `${type} ${subject}: ${place} left the program, but somebody else has changed it since the last run, so it stays.`,
    );
  }
}
