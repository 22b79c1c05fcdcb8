import { type Account, isSameEmail, type User } from "../../accounts";
import type { Context } from "../../context";
import { findService } from "../../find";
import { accountsOf, type Permission, permissionsIn, sightOf } from "../../permissions";
import { rows } from "../../rows";
import { now, type Store } from "../../store";
import type { SeenService } from "../services/rows";

/** A named group of services of any devices that its account sees, which others may be let into. */
export interface Network {
  id: string;
  account: Account;
  name: string;
  created: string;
  /** By the service's id, in upper case. */
  connections: Map<string, Connection>;
  /** By the user's id. */
  guests: Map<string, Guest>;
}

/** A service has a name and a port of its own in each network. */
export interface Connection {
  name: string | null;
  port: number | null;
  created: string;
}

interface Guest {
  user: User;
  created: string;
}

/** A network as somebody sees it: what stands behind the type `Network`. */
export interface SeenNetwork {
  network: Network;
  permissions: readonly Permission[];
}

/** Those of an account by id, in the order in which they were made, and how many it has ever made. */
export const networksOf = rows(() => ({ made: 0, byId: new Map<string, Network>() }));

export function makeNetwork(store: Store, account: Account, name: string): Network {
  const own = networksOf(account);
  own.made += 1;
  const id = `network-${own.made}-${account.id}`;
  const network = { id, account, name, created: now(store).toISOString(), connections: new Map(), guests: new Map() };
  own.byId.set(id, network);
  return network;
}

/** Of every account. */
const allNetworks = ({ accounts }: Store): Network[] =>
  [...accounts.values()].flatMap((account) => [...networksOf(account).byId.values()]);

export const findNetwork = (store: Store, id: string): Network | undefined => allNetworks(store).find((one) => one.id === id);

/** Those that the account shows: its own, and those of others that its user was let into. */
export function networksShownBy(context: Context, account: Account): SeenNetwork[] {
  const shown = allNetworks(context.store).filter(({ account: owner, guests }) => owner === account || guests.has(account.id));
  return shown.map((network) => seenBy(context, network)).filter(({ permissions }) => permissions.includes("VIEW"));
}

export const seenBy = (context: Context, network: Network): SeenNetwork => ({
  network,
  permissions: permissionsOn(context, network),
});

/** Whoever was let into a network of the account. */
export const guestsOfNetworks = (account: Account): User[] =>
  [...networksOf(account).byId.values()].flatMap(({ guests }) => [...guests.values()].map(({ user }) => user));

/** The account's own that this user was let into. */
export const networksSharedWith = (context: Context, account: Account, { id }: User): SeenNetwork[] =>
  [...networksOf(account).byId.values()].filter(({ guests }) => guests.has(id)).map((one) => seenBy(context, one));

/** Networks are shared as a whole, in no tiers (api/README.md). */
const OF_GUESTS = ["VIEW", "CONNECT"] as const;

/** A member does with those that the role reaches what the role lets. */
export function permissionsOn(context: Context, network: Network): readonly Permission[] {
  const { account, guests } = network;
  const own = accountsOf(context);
  if (own.includes(account)) return sightOf(context, account)(network) ? permissionsIn(context, account) : [];
  return own.some(({ id }) => guests.has(id)) ? OF_GUESTS : [];
}

export const guestBy = (store: Store, { guests }: Network, email: string): Guest | undefined =>
  [...guests.values()].find(({ user }) => isSameEmail(store, user.email, email));

/** The services that a network connects to: one that is gone, or that its account no longer sees, is not among them. */
export function connectedBy(store: Store, { account, connections }: Network): { service: SeenService; connection: Connection }[] {
  return [...connections].flatMap(([id, connection]) => {
    const service = findService(store, account, id);
    return service ? { service, connection } : [];
  });
}
