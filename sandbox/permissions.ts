import { GraphQLError } from "graphql";
import { accountByEmail, type Account } from "./accounts";
import type { Context } from "./context";
import type { SeenDevice } from "./entities/devices/rows";
import type { Permission } from "./public";
import { shownPermissions } from "./sharing";

export type { Permission } from "./public";

export const PERMISSIONS = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] as const satisfies readonly Permission[];

/** The account that a call is for: the key's own, or one that its user is a member of. */
export function accountFor({ store, account }: Context, id: string | null | undefined, email?: string | null): Account {
  const named = id ?? email;
  if (named === undefined || named === null) return account;
  const wanted = id === undefined || id === null ? accountByEmail(store, named) : store.accounts.get(id);
  if (wanted && (wanted === account || account.memberOf.has(wanted.id))) return wanted;
  throw new GraphQLError(`Not authorized: account ${named} is unknown, or you are no member of it.`);
}

/** Every account that the caller may act for: the own one first. */
export function accountsOf({ store, account }: Context): Account[] {
  return [account, ...[...account.memberOf].flatMap((id) => store.accounts.get(id) ?? [])];
}

/** What the caller may do with a device that an account shows. */
export const permissionsOn = (
  _caller: Pick<Context, "store" | "account">,
  { account, device }: SeenDevice,
): readonly Permission[] => shownPermissions(account, device);

export const may = (caller: Pick<Context, "store" | "account">, seen: SeenDevice, permission: Permission): boolean =>
  permissionsOn(caller, seen).includes(permission);

export function mustHave(caller: Pick<Context, "store" | "account">, seen: SeenDevice, permission: Permission): void {
  if (may(caller, seen, permission)) return;
  throw new GraphQLError(`Not authorized: the ${permission} permission on device ${seen.device.id} is missing.`);
}

/** The field `can` of whatever has permissions. */
export const can = (
  { permissions }: { permissions: readonly Permission[] },
  { permission }: { permission: Permission },
): boolean => permissions.includes(permission);
