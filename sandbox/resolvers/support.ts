import { GraphQLError } from "graphql";
import { accountByEmail } from "../accounts";
import type { Account, Device, Permission, Service } from "../model";
import { findDevice, findService } from "../things";
import type { Refusing } from "../server/operations";
import type { Store } from "../store";

/** What every resolver gets: the store, and the account of the key that signed the request. */
export interface Context {
  store: Store;
  account: Account;
  /** A fault: mutations answer false, and are carried out only where that happens afterwards. */
  refusing: Refusing | undefined;
}

export type Resolver<A = Record<string, never>> = (source: unknown, args: A, context: Context) => unknown;

/** The account that a call is for: the key's own, or one that its user is a member of. */
export function accountFor({ store, account }: Context, id: string | null | undefined, email?: string | null): Account {
  const named = id ?? email;
  if (named === undefined || named === null) return account;
  const wanted = id === undefined || id === null ? accountByEmail(store, named) : store.accounts.get(id);
  if (wanted && (wanted === account || account.memberOf.has(wanted.id))) return wanted;
  throw new GraphQLError(`Not authorized: account ${named} is unknown, or you are no member of it.`);
}

/** Every account that the caller may act for: the own one first. */
function accountsOf({ store, account }: Context): Account[] {
  return [account, ...[...account.memberOf].flatMap((id) => store.accounts.get(id) ?? [])];
}

/** A device of any account that the caller may act for. */
export function deviceOf(context: Context, id: string): { account: Account; device: Device } | undefined {
  for (const account of accountsOf(context)) {
    const device = findDevice(account, id);
    if (device) return { account, device };
  }
  return undefined;
}

/** A service of any account that the caller may act for. */
export function serviceOf(context: Context, id: string): { account: Account; device: Device; service: Service } | undefined {
  for (const account of accountsOf(context)) {
    const found = findService(context.store, account, id);
    if (found) return { account, ...found };
  }
  return undefined;
}

/** What an id names: a device, or a service with the device that it is on. */
export function thingOf(context: Context, id: string): { account: Account; device: Device; service?: Service } | undefined {
  return deviceOf(context, id) ?? serviceOf(context, id);
}

/** Fields that are there and hold nothing. */
export const nulls = (names: readonly string[]): Record<string, null> => Object.fromEntries(names.map((name) => [name, null]));

export function mustHave(device: Device, permission: Permission): void {
  if (device.permissions.includes(permission)) return;
  throw new GraphQLError(`Not authorized: the ${permission} permission on device ${device.id} is missing.`);
}

export function mustBeName(name: string): void {
  if (name.length === 0 || name.length > 100) throw new GraphQLError("Invalid name: it must have 1 to 100 characters.");
}

export function mustBeTag(name: string): void {
  if (!/^\S{1,100}$/.test(name)) throw new GraphQLError("Invalid tag: a name must have 1 to 100 characters and no white space.");
}
