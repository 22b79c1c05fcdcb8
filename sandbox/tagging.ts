import { GraphQLError } from "graphql";
import type { Account } from "./accounts";
import { rows } from "./rows";
import { now, type Store } from "./store";

/** A tag of an account knows what bears it, whatever that is: what is done to the tag reaches all of it. */
export interface Tag {
  name: string;
  color: number;
  created: string;
  bearers: Set<object>;
}

/** By key: see tagKey. */
export const tagsOf = rows(() => new Map<string, Tag>());

/** What names a tag of an account: two spellings of one tag have the same key. */
export function tagKey({ world }: Store, name: string): string {
  return world.tags === "case-insensitive" ? name.toLowerCase() : name;
}

export const findTag = (store: Store, account: Account, name: string): Tag | undefined =>
  tagsOf(account).get(tagKey(store, name));

/** The account's tag of that name, in that color. It is made where there is none; its first spelling stays. */
export function makeTag(store: Store, account: Account, name: string, color?: number | null): Tag {
  const tag = findTag(store, account, name) ?? { name, color: 1, created: now(store).toISOString(), bearers: new Set() };
  tag.color = color ?? tag.color;
  tagsOf(account).set(tagKey(store, name), tag);
  return tag;
}

/** Puts the account's tag on something. */
export function putTag(store: Store, account: Account, bearer: object, name: string): void {
  makeTag(store, account, name).bearers.add(bearer);
}

/** The account's tags on something: each account has its own on a device (api/README.md, A). */
export const tagsOn = (account: Account, bearer: object): Tag[] =>
  [...tagsOf(account).values()].filter(({ bearers }) => bearers.has(bearer));

/** Takes every tag of the account off it. */
export function untag(account: Account, bearer: object): void {
  for (const { bearers } of tagsOf(account).values()) bearers.delete(bearer);
}

/** A color is from 1 to 13; 0 stands for none (api/README.md, A). */
export function mustBeTag(name: string, color?: number | null): void {
  if (!/^\S{1,100}$/.test(name)) throw new GraphQLError("Invalid tag: a name must have 1 to 100 characters and no white space.");
  if (typeof color === "number" && (color < 0 || color > 13)) throw new GraphQLError("Invalid color: it must be from 0 to 13.");
}
