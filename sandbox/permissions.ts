import { GraphQLError } from "graphql";
import { accountByEmail, type Account } from "./accounts";
import type { Context } from "./context";
import type { SeenDevice } from "./entities/devices/rows";
import { membershipOf, PERMISSIONS, reaches } from "./organization";
import type { Permission } from "./public";
import { shownPermissions } from "./sharing";

export type { Permission } from "./public";
export { PERMISSIONS } from "./organization";

/** Whoever asks, by GraphQL or REST. */
type Caller = Pick<Context, "store" | "account">;

/** The account that a call is for: the key's own, or one that its user is a member of. */
export function accountFor({ store, account }: Context, id: string | null | undefined, email?: string | null): Account {
  const named = id ?? email;
  if (named === undefined || named === null) return account;
  const wanted = id === undefined || id === null ? accountByEmail(store, named) : store.accounts.get(id);
  if (wanted && (wanted === account || membershipOf(wanted, account))) return wanted;
  throw new GraphQLError(`Not authorized: account ${named} is unknown, or you are no member of it.`);
}

/** Every account that the caller may act for: the own one first. */
export function accountsOf({ store, account }: Context): Account[] {
  const others = [...store.accounts.values()].filter((one) => one !== account && membershipOf(one, account));
  return [account, ...others];
}

export const isOwn = (context: Caller, account: Account): boolean => account === context.account;

/** What the caller may do in an account: the owner everything, a member what the role says (api/README.md, C). */
export const permissionsIn = (context: Caller, account: Account): readonly Permission[] =>
  isOwn(context, account) ? PERMISSIONS : (membershipOf(account, context.account)?.role.permissions ?? []);

/** Whether the caller is shown the roles and members of an account. */
export const maySeeAll = (context: Context, account: Account): boolean =>
  context.store.world["organization-view"] === "all" || permissionsIn(context, account).includes("ADMIN");

/** What is the account's own, such as its tags, takes the permission there (api/README.md, A). One of several is enough. */
export function mustHaveIn(context: Context, account: Account, ...permissions: readonly Permission[]): void {
  const given = permissionsIn(context, account);
  if (permissions.some((permission) => given.includes(permission))) return;
  throw new GraphQLError(`Not authorized: the ${permissions.join(" or ")} permission in account ${account.id} is missing.`);
}

/** The account that a change is for, of which the caller must have the permission there. */
export function accountToChange(context: Context, id: string | null | undefined, ...permissions: readonly Permission[]): Account {
  const account = accountFor(context, id);
  mustHaveIn(context, account, ...permissions);
  return account;
}

/** Which devices and networks of an account the caller sees: a member those that the role reaches, with the permission to view. */
export function sightOf(context: Context, account: Account): (bearer: object) => boolean {
  if (isOwn(context, account)) return () => true;
  const role = membershipOf(account, context.account)?.role;
  if (!role?.permissions.includes("VIEW")) return () => false;
  return role.access === "ALL" ? () => true : (bearer) => reaches(context.store, account, role, bearer);
}

/** What the caller may do with a device: what its account may, as far as the caller may in the account. */
export function permissionsOn(caller: Caller, { account, device }: SeenDevice): readonly Permission[] {
  const given = permissionsIn(caller, account);
  return shownPermissions(account, device).filter((permission) => given.includes(permission));
}

export const may = (caller: Caller, seen: SeenDevice, permission: Permission): boolean =>
  permissionsOn(caller, seen).includes(permission);

export function mustHave(caller: Caller, seen: SeenDevice, permission: Permission): void {
  if (may(caller, seen, permission)) return;
  throw new GraphQLError(`Not authorized: the ${permission} permission on device ${seen.device.id} is missing.`);
}

/** The field `can` of whatever has permissions. */
export const can = (
  { permissions }: { permissions: readonly Permission[] },
  { permission }: { permission: Permission },
): boolean => permissions.includes(permission);
