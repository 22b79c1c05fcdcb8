import { z } from "zod";
import { map, text } from "../shared/text";

/** In the order in which remote.it names them. */
export const PERMISSIONS = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] as const;

export type Permission = (typeof PERMISSIONS)[number];

export type Access = "NONE" | "TAG" | "ALL";

/** Of devices and networks, those that bear any or all of these tags. */
export interface TagFilter {
  /** Default: ANY. */
  operator?: "ANY" | "ALL" | undefined;
  values: readonly string[];
}

/** Names hold at most this many characters (api/README.md, A). */
const NAME_LIMIT = 64;

export const roleName = () => text().max(NAME_LIMIT, { error: `must have at most ${NAME_LIMIT} characters` });

export const permissionList = () =>
  z.array(z.enum(PERMISSIONS, { error: `must be one of ${PERMISSIONS.join(", ")}` }), {
    error: `must be a list of ${PERMISSIONS.join(", ")}`,
  });

export const accessOf = () => z.enum(["NONE", "TAG", "ALL"], { error: "must be NONE, TAG or ALL" });

export const tagFilterMap = () =>
  map({
    operator: z.enum(["ANY", "ALL"], { error: "must be ANY or ALL" }).optional(),
    values: z.array(text(), { error: "must be a list of tag names" }).min(1, {
      error: "is empty: name at least one tag, or write access: NONE",
    }),
  }).meta({ title: "RoleTagFilter" });

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Neither order nor repetition means anything. */
export function samePermissions(one: unknown, other: unknown): boolean {
  const [left, right] = [new Set(listOf(one)), new Set(listOf(other))];
  return left.size === right.size && [...left].every((permission) => right.has(permission));
}

/** Whether somebody may do what was not declared. */
export const isMorePermissions = (declared: unknown, held: unknown): boolean =>
  listOf(held).some((permission) => !listOf(declared).includes(permission));

const REACH: Record<string, number> = { NONE: 0, TAG: 1, ALL: 2 };

/** Of an access that this version does not know nobody can say that it is narrow. */
export const isWiderAccess = (declared: unknown, held: unknown): boolean =>
  typeof held === "string" && (REACH[held] ?? Number.POSITIVE_INFINITY) > (REACH[String(declared)] ?? 0);

/** The tags of a filter; remote.it's app compares them without case (api/README.md, A). */
const tagsOf = (filter: unknown): Set<string> =>
  new Set(listOf((filter as Partial<TagFilter> | undefined)?.values).map((name) => String(name).toLowerCase()));

const operatorOf = (filter: unknown): string => {
  const { operator = "ANY" } = (filter ?? {}) as Partial<TagFilter>;
  // Any or all of one tag is the same.
  return tagsOf(filter).size < 2 ? "ANY" : operator;
};

/** Neither order nor repetition of tags means anything. */
export function sameFilter(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined || one === null || other === null)
    return (one ?? undefined) === (other ?? undefined);
  const [left, right] = [tagsOf(one), tagsOf(other)];
  return operatorOf(one) === operatorOf(other) && left.size === right.size && [...left].every((tag) => right.has(tag));
}

/** Whether something that the declared filter leaves out passes the other. Without a filter the access says what is reached. */
export function isWiderFilter(declared: unknown, held: unknown): boolean {
  if (held === undefined || held === null) return false;
  const [wanted, found] = [tagsOf(declared), tagsOf(held)];
  const some = (tags: Set<string>, of: Set<string>) => [...tags].some((tag) => of.has(tag));
  const all = (tags: Set<string>, of: Set<string>) => [...tags].every((tag) => of.has(tag));
  const isAny = operatorOf(held) === "ANY";
  if (operatorOf(declared) === "ALL") return isAny ? true : !all(wanted, found);
  return isAny ? !all(found, wanted) : !some(found, wanted);
}
