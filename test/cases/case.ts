import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Control, Sandbox } from "../../sandbox";
import { kinds, type Kind } from "../../drift/kinds";

export type Properties = Record<string, unknown>;

/** The account that a case is about, and the control of its sandbox: what is done by hand goes past the provider. */
export interface Account {
  sandbox: Sandbox;
  control: Control;
}

/** A thing as the account holds it, in the words of the declaration. */
export interface Held {
  id: string;
  properties: Properties;
}

/** How a program comes by the thing; what a destroy then leaves follows from it (test/ownership/table.ts). */
export type How =
  /** The resource makes it. */
  | "made"
  /** The account has it already. */
  | "there"
  /** It comes by itself, for the program's sake. */
  | "awaited"
  /** The resource makes it, and what it is made from works once. */
  | "once"
  /** The resource makes it, and no destroy deletes it. */
  | "kept";

export interface Way {
  how: How;
  /** Prepares the account. Resolves with what the program declares. */
  declared: (account: Account) => Promise<Properties>;
}

/**
 * What the generic tests need to know of a kind: all of them are run with each case of this folder. What the registry of
 * resources says of it (which properties are secret, replace or are compared how) is not said again.
 */
export interface Case {
  /** The kind's name in Pulumi. */
  type: string;
  /** Prepares the account, which holds nothing of it. Resolves with what a program declares, so that the resource makes the thing. */
  declared: (account: Account) => Promise<Properties>;
  /** The same for so many at once, all of which the account may hold. Absent where it holds one of the kind. */
  several?: (account: Account, count: number) => Promise<Properties[]>;
  /** Another value for each property that can be changed in place. */
  changed: Properties;
  /** Those of them that can only be changed together. */
  together?: readonly string[];
  /** Makes the thing by hand. Resolves with a declaration that adopts it and has nothing to change. */
  there: (account: Account) => Promise<Properties>;
  /**
   * Another hand changes what the program declares. Resolves with the paths of what is no longer as declared. Absent where nothing
   * of it can be changed in place.
   */
  alter?: (account: Account, id: string) => Promise<string[]>;
  /** Another hand deletes it. Absent where nobody can. */
  remove?: (account: Account, id: string) => Promise<unknown>;
  /** Everything of this kind that the account holds, asked past the provider. */
  held: (account: Account) => Promise<Held[]>;
  /** By their names in docs/ownership.md. Default: what is made, and what was there. */
  ways?: Record<string, Way>;
  /** Where its marks stand elsewhere than among the attributes of the account, a device or a service: what sends them, and those left. */
  marks?: { sentBy: string; left: (account: Account) => Promise<string[]> };
  /** Set where what the thing is made from works once, so that what is gone does not come back. */
  isMadeOnce?: true;
}

/** So many, each by its number. */
export const numbered = <T>(count: number, one: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index + 1));

export const defineCase = (one: Case): Case => one;

const load = createRequire(__filename);

/** Every case: one file each beside this one, so that nobody lists them. */
export const cases: readonly Case[] = readdirSync(__dirname)
  .filter((file) => file.endsWith(".ts") && file !== basename(__filename))
  .map((file) => (load(join(__dirname, file)) as { default: Case }).default);

/** For `describe.each`: the kind's name, and its case. */
export const namedCases = cases.map((one) => [one.type, one] as const);

export const waysOf = ({ type, ways, declared, there }: Case): Record<string, Way> =>
  ways ?? {
    [type]: { how: staysOf({ type }) ? "kept" : "made", declared },
    [`${type} that was there`]: { how: "there", declared: there },
  };

/** Whether no destroy ever deletes such a thing. */
export const staysOf = (one: Pick<Case, "type">): boolean => kindOf(one).stays !== undefined;

export function kindOf({ type }: Pick<Case, "type">): Kind {
  const kind = kinds.get(type);
  if (!kind) throw new Error(`test/cases has a case for ${type}, which the registry does not know.`);
  return kind;
}

/** Names of the properties of a kind that can be changed in place. */
export function changeable(one: Case): string[] {
  return Object.entries(kindOf(one).inputs).flatMap(
    ([
      name,
      {
        marks: { origin, identity, replaces, local },
      },
    ]) => ((origin ?? identity ?? replaces ?? local) ? [] : [name]),
  );
}

/** What the case changes, one property at a time, but for those that can only be changed together. */
export function stepsOf({ changed, together = [] }: Case): Properties[] {
  const isAlone = ([name]: [string, unknown]) => !together.includes(name);
  const all = Object.entries(changed);
  const joint = Object.fromEntries(all.filter((one) => !isAlone(one)));
  return [...all.filter(isAlone).map((one) => Object.fromEntries([one])), ...(together.length > 0 ? [joint] : [])];
}
