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
  /** Whether a stack manages something of this kind. */
  manages: (type: string) => boolean;
  /** Whether a managed resource of another kind declares a thing of this name, as a device declares its tags. */
  isNamed: (type: string, name: unknown) => boolean;
  /** Names of all inputs that managed resources declare, whatever their kind. */
  declared: ReadonlySet<string>;
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
  const named = namedIn(all.flat());
  const managedTypes = new Set(
    all
      .flat()
      .filter(isManaged)
      .map(({ resource }) => resource.type),
  );
  return {
    of: (type, id) => things.get(type)?.get(idKey(id)) ?? [],
    manages: (type) => managedTypes.has(type),
    isNamed: (type, name) => typeof name === "string" && named.has(nameKey(type, name)),
    declared: new Set(
      all
        .flat()
        .filter(isManaged)
        .flatMap(({ resource }) => Object.keys(resource.inputs)),
    ),
    unjudged: () => all.flat().filter((entry) => isManaged(entry) && !entry.isJudged),
    accounts: accountsOf(all.flat()),
    warnings: [...twice(all), ...stacks.flatMap(interrupted)],
  };
}

const nameKey = (type: string, name: string): string => `${type} ${name.toLowerCase()}`;

/** Names of things that managed resources of other kinds declare. */
function namedIn(entries: readonly Entry[]): Set<string> {
  const names = entries.filter(isManaged).flatMap(({ resource: { type, inputs } }) =>
    Object.entries(kinds.get(type)?.inputs ?? {}).flatMap(([input, { marks }]) => {
      const values = marks.names === undefined ? [] : [inputs[input]].flat();
      return values.flatMap((value) => (typeof value === "string" ? [nameKey(marks.names ?? "", value)] : []));
    }),
  );
  return new Set(names);
}

export const isManaged = ({ resource }: Entry): boolean => resource.role === "managed";

function accountsOf(entries: readonly Entry[]): Set<string> {
  const ids = entries.filter(isManaged).map(({ resource }) => resource.accountId);
  return new Set(ids.filter((id) => id !== undefined));
}

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
