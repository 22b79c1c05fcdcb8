import { idKey } from "../../provider/inventory";
import { listed } from "../listed";
import type { StackResource, StackState } from "../state/stack";

/** A resource of one of the stacks, and whether it was found out how it stands with it. */
export interface Entry {
  resource: StackResource;
  /** Name of its stack. */
  stack: string;
  isSettled: boolean;
}

/** What the stacks hold, by the thing that it is about. */
export interface Ledger {
  of: (type: string, id: string) => readonly Entry[];
  /** Managed resources of which nothing was found out yet. */
  unsettled: () => Entry[];
  warnings: string[];
}

export function ledgerOf(stacks: readonly StackState[]): Ledger {
  const entries = new Map<string, Entry[]>();
  for (const { name, resources } of stacks) {
    for (const resource of resources) {
      const key = keyOf(resource.type, resource.id);
      const entry = { resource, stack: name, isSettled: false };
      const known = entries.get(key);
      if (known) known.push(entry);
      else entries.set(key, [entry]);
    }
  }
  return {
    of: (type, id) => entries.get(keyOf(type, id)) ?? [],
    unsettled: () => [...entries.values()].flat().filter((entry) => isManaged(entry) && !entry.isSettled),
    warnings: [...twice(entries.values()), ...stacks.flatMap(interrupted)],
  };
}

export const isManaged = ({ resource }: Entry): boolean => resource.role === "managed";

const keyOf = (type: string, id: string): string => `${type} ${idKey(id)}`;

function twice(entries: Iterable<Entry[]>): string[] {
  const shared = [...entries].map((all) => all.filter(isManaged)).filter(({ length }) => length > 1);
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
