import { GraphQLError } from "graphql";
import { findDevice, type Account, type Device, type World } from "../world";

/** What every resolver gets: the world, and the account of the key that signed the request. */
export interface Context {
  world: World;
  account: Account;
}

export type Resolver<A = Record<string, never>> = (source: unknown, args: A, context: Context) => unknown;

/** The account that a call is for: the key's own, or one that its user is a member of. */
export function accountFor({ world, account }: Context, id: string | null | undefined): Account {
  const wanted = id === undefined || id === null ? account : world.accounts.get(id);
  if (wanted && (wanted === account || account.memberOf.has(wanted.id))) return wanted;
  throw new GraphQLError(`Not authorized: account ${String(id)} is unknown, or you are no member of it.`);
}

/** Every account that the caller may act for: the own one first. */
export function accountsOf({ world, account }: Context): Account[] {
  return [account, ...[...account.memberOf].flatMap((id) => world.accounts.get(id) ?? [])];
}

/** A device of any account that the caller may act for. */
export function deviceOf(context: Context, id: string): { account: Account; device: Device } | undefined {
  for (const account of accountsOf(context)) {
    const device = findDevice(account, id);
    if (device) return { account, device };
  }
  return undefined;
}

export function mustManage(device: Device): void {
  if (!device.permissions.includes("MANAGE")) {
    throw new GraphQLError(`Not authorized: the MANAGE permission on device ${device.id} is missing.`);
  }
}

export function mustBeName(name: string): void {
  if (name.length === 0 || name.length > 100) throw new GraphQLError("Invalid name: it must have 1 to 100 characters.");
}
