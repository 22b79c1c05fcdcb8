import type { Connection } from "./connections";
import type { Account, Device, Key, Reach, Service } from "./model";
import type { World } from "./worlds";

/** Everything that the sandbox knows. One address space: an id is taken once, whatever it names. */
export interface Store {
  accounts: Map<string, Account>;
  keys: Map<string, Key>;
  /** Every service of every account, by id. */
  services: Map<string, Service>;
  /** Devices that show a claim code and wait. */
  claimable: Map<string, Device>;
  /** Claim codes that are used up, and what each of them claimed. */
  claimed: Map<string, Device>;
  /** What a registration code makes of the device that uses it. */
  registrations: Map<string, Registration>;
  /** Addresses that REST gave out and that are not registered yet, with their device type once created. */
  addresses: Map<string, string | undefined>;
  /** Reports as CSV, by the id in their address. */
  reports: Map<string, string>;
  /** Connections that nobody has closed, by id. */
  connections: Map<string, Connection>;
  /** How many connections have been opened. */
  connectionCounter: number;
  /** Base of the API's addresses, once it listens. */
  endpoint: string;
  /** Seconds that the sandbox's clock is ahead. */
  clockOffset: number;
  /** How it behaves where public material leaves that open. */
  world: World;
  /** How many addresses have been given out. */
  counter: number;
}

export interface Registration {
  accountId: string;
  name: string | null;
  platform: number | null;
  tags: string[];
  services: ServiceWish[];
  oneTimeUse: boolean;
  isUsed: boolean;
}

/** A service as somebody asks for it: what is left out, or null, gets its default. */
export interface ServiceWish extends ReachWish {
  application?: number | null | undefined;
  name?: string | null | undefined;
  host?: string | null | undefined;
  port?: number | null | undefined;
  enabled?: boolean | null | undefined;
}

export type ReachWish = { [N in keyof Reach]?: string | null | undefined };

export function createStore(world: World): Store {
  return {
    accounts: new Map(),
    keys: new Map(),
    services: new Map(),
    claimable: new Map(),
    claimed: new Map(),
    registrations: new Map(),
    addresses: new Map(),
    reports: new Map(),
    connections: new Map(),
    connectionCounter: 0,
    endpoint: "",
    clockOffset: 0,
    world,
    counter: 0,
  };
}

/** Everything goes but the accounts and the keys that no client has made; addresses start anew, so that a seed gives the same ones again. */
export function emptyStore(store: Store): void {
  const { services, claimable, claimed, registrations, addresses, reports, connections } = store;
  for (const map of [services, claimable, claimed, registrations, addresses, reports, connections]) map.clear();
  for (const { id, isMade } of store.keys.values()) if (isMade) store.keys.delete(id);
  store.clockOffset = 0;
  store.counter = 0;
  store.connectionCounter = 0;
}

/** The time by the sandbox's clock. */
export function now(store: Store): Date {
  return new Date(Date.now() + store.clockOffset * 1000);
}

/** Eight colon-separated hex pairs: 80 for devices and services alike, then a running number. */
export function newAddress(store: Store): string {
  store.counter += 1;
  const hex = store.counter.toString(16).toUpperCase().padStart(8, "0");
  return `80:00:00:00:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6)}`;
}
