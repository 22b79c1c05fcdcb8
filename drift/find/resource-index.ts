import { idKey } from "../../provider/inventory";
import { kinds } from "../kinds";
import { listed } from "../texts";
import type { StackResource, StackState } from "../state/stack";

/** A resource of one of the stacks, and whether a finding says already how it stands with it. */
export interface Entry {
  resource: StackResource;
  /** Name of its stack. */
  stack: string;
  isJudged: boolean;
}

/** What the stacks hold, by the thing that it is about. */
export interface ResourceIndex {
  of: (type: string, id: string) => readonly Entry[];
  /** Whether a stack holds something of this kind, managed or not. */
  knows: (type: string) => boolean;
  /** Whether a stack manages something of this kind. */
  manages: (type: string) => boolean;
  /** Whether a managed resource of another kind declares a thing of this name, as a device declares its tags. */
  isNamed: (type: string, name: unknown) => boolean;
  /** Names of all inputs that managed resources declare, whatever their kind, and each with its kind: `Service.attributes`. */
  declared: ReadonlySet<string>;
  /** What managed resources of a kind declare. */
  managed: (type: string) => Entry[];
  /** Managed resources of which nothing was found out yet. */
  unjudged: () => Entry[];
  /** Ids of the accounts that managed resources were made in. */
  accounts: ReadonlySet<string>;
  warnings: string[];
}

export function indexOf(stacks: readonly StackState[]): ResourceIndex {
  const things = new Map<string, Map<string, Entry[]>>();
  const all: Entry[][] = [];
  for (const { name, resources } of stacks) {
    for (const resource of resources) {
      const entry = { resource, stack: name, isJudged: false };
      const ofType = things.get(resource.type) ?? new Map<string, Entry[]>();
      things.set(resource.type, ofType);
      const known = ofType.get(idKey(resource.id));
      if (known) known.push(entry);
      else {
        const entries = [entry];
        ofType.set(idKey(resource.id), entries);
        all.push(entries);
      }
    }
  }
  const managed = all.flat().filter(isManaged);
  const facts = factsOf(managed);
  return {
    of: (type, id) => things.get(type)?.get(idKey(id)) ?? [],
    knows: (type) => things.has(type),
    manages: (type) => facts.types.has(type),
    isNamed: (type, name) => typeof name === "string" && (facts.names.get(type)?.has(name.toLowerCase()) ?? false),
    declared: facts.declared,
    managed: (type) => all.flat().filter((entry) => entry.resource.type === type && isManaged(entry)),
    unjudged: () => managed.filter(({ isJudged }) => !isJudged),
    accounts: facts.accounts,
    warnings: [...twice(all), ...stacks.flatMap(interrupted)],
  };
}

/** Inputs of each kind that name things of another kind, with that one's type. */
const naming: ReadonlyMap<string, readonly (readonly [input: string, named: string])[]> = new Map(
  [...kinds].map(([type, { inputs }]) => [
    type,
    Object.entries(inputs).flatMap(([input, { marks }]) => (marks.names === undefined ? [] : [[input, marks.names] as const])),
  ]),
);

/** What managed resources have in common. There may be many: each is looked at once. */
function factsOf(entries: readonly Entry[]) {
  const [types, declared, accounts] = [new Set<string>(), new Set<string>(), new Set<string>()];
  /** By the type of what is named, in lower case. */
  const names = new Map<string, Set<string>>();
  for (const { resource } of entries) {
    const { type, inputs, accountId } = resource;
    types.add(type);
    for (const input of Object.keys(inputs)) declared.add(input).add(`${type}.${input}`);
    if (accountId !== undefined) accounts.add(accountId);
    for (const [input, named] of naming.get(type) ?? []) {
      const known = names.get(named) ?? new Set<string>();
      names.set(named, known);
      for (const value of [inputs[input]].flat()) if (typeof value === "string") known.add(value.toLowerCase());
    }
  }
  return { types, names, declared, accounts };
}

/** What the program calls the resource. */
export const logicalName = ({ urn }: Pick<StackResource, "urn">): string => urn.split("::").slice(3).join("::");

export const isManaged = ({ resource }: Entry): boolean => resource.role === "managed";

function twice(entries: readonly Entry[][]): string[] {
  const shared = entries.map((all) => all.filter(isManaged)).filter(({ length }) => length > 1);
  if (shared.length === 0) return [];
  const shown = shared.map((all) => {
    const [first] = all;
    const where = all.map(({ resource, stack }) => `${resource.urn} (stack ${stack})`).join(" and ");
    return `${first?.resource.type ?? ""} ${first?.resource.id ?? ""} by ${where}`;
  });
  return [`Managed more than once, so that each undoes what the other does: ${listed(shown)}. Declare each thing once.`];
}

function interrupted({ name, interrupted: urns }: StackState): string[] {
  if (urns.length === 0) return [];
  return [
    `Pulumi was interrupted while it worked on stack ${name} (${listed(urns)}). What it was making may show as unmanaged: run \`pulumi refresh --stack ${name}\`.`,
  ];
}
