import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Control } from "../../sandbox";
import { identityOf } from "../../provider/core/identity";
import { liveForm } from "../../provider/core/state";
import { type Account, cases, type Case, changeable, type Held, kindOf, type Properties } from "../cases/case";
import type { AdapterStack, Declaration, Ran } from "../adapters";
import { claimed } from "../sandbox/support";

/** A program of one resource. What is undefined is not declared. */
export const declaring = ({ type }: Pick<Case, "type">, properties: Properties): Declaration => {
  const declared = Object.entries(properties).filter(([, value]) => value !== undefined);
  return { it: { type, properties: Object.fromEntries(declared) } };
};

/** What every account holds beside the thing, and must hold ever after. */
export const addBystander = (control: Control): Promise<string> =>
  claimed(control, { hardwareId: "hw-bystander", name: "bystander", services: [{ name: "http", application: 7 }] });

/** Everything of every kind, by kind. */
export async function contents(account: Account): Promise<Record<string, Held[]>> {
  const held: Record<string, Held[]> = {};
  for (const one of cases) held[one.type] = await one.held(account);
  return held;
}

/** The same, without what things of this kind bring with them and leave: the tags of a device are the account's. */
export async function contentsBeside(one: Case, account: Account): Promise<Record<string, Held[]>> {
  const brought = new Set(Object.values(kindOf(one).inputs).map(({ marks }) => marks.names));
  return Object.fromEntries(Object.entries(await contents(account)).filter(([type]) => !brought.has(type)));
}

/** Holds another thing of a kind that drift reports only where a stack holds one. */
export async function withCompanion(one: Case, account: Account, stack: AdapterStack): Promise<AdapterStack> {
  if (kindOf(one).isIncidental) await stack.up(declaring(one, { ...(await one.declared(account)), ...one.changed }));
  return stack;
}

/** Of what the account holds of the kind, what it did not hold before. */
export async function newSince(one: Case, account: Account, before: readonly Held[]): Promise<Held[]> {
  const known = new Set(before.map(({ id }) => id));
  return (await one.held(account)).filter(({ id }) => !known.has(id));
}

/** Names of declared properties of which the account holds another value. */
export function otherThan(one: Case, { properties: held }: Held, declared: Properties): string[] {
  const { inputs } = kindOf(one);
  const isSame = (name: string): boolean => {
    const field = inputs[name];
    return field !== undefined && liveForm(field, declared[name], held[name]) === declared[name];
  };
  return changeable(one).filter((name) => declared[name] !== undefined && !isSame(name));
}

/** The id of the thing that the stack's resource holds: the engine keeps that of its create until the next refresh. */
export function thingOf(one: Case, stack: AdapterStack): string | undefined {
  const kept = stack.state.get("it");
  return kept && identityOf(kindOf(one), kept.id, kept.outputs);
}

/** The thing that the stack's resource holds, which the account must hold once, as declared. */
export async function expectHeld(
  one: Case,
  account: Account,
  { stack, before, declared }: { stack: AdapterStack; before: readonly Held[]; declared: Properties },
): Promise<void> {
  const [held, ...others] = await newSince(one, account, before);
  expect(others).toEqual([]);
  expect(held?.id).toBe(thingOf(one, stack));
  expect(held && otherThan(one, held, declared)).toEqual([]);
}

/** What a run must have done: this to the resource, and nothing else. */
export const did = (what?: "created" | "updated" | "deleted"): Omit<Ran, "said"> => ({
  created: [],
  updated: [],
  replaced: [],
  deleted: [],
  errors: [],
  ...(what && { [what]: ["it"] }),
});

const operations = readFileSync(join(__dirname, "../../api/generated/gql.ts"), "utf8");
const mutations = new Set([...operations.matchAll(/\bmutation (\w+)/g)].map(([, name]) => `graphql:${name}`));

/** Whether a request changes something, by the name of its operation: mutations and calls of REST. */
export const isWrite = (operation: string): boolean => mutations.has(operation) || operation.startsWith("rest:");

/** Requests that change something, by operation. */
export async function writes(control: Control): Promise<Record<string, number>> {
  const { byOperation } = await control.requests();
  return Object.fromEntries(Object.entries(byOperation).filter(([name]) => isWrite(name)));
}
