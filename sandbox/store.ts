import type { Account, Key } from "./account";
import type { Owner } from "./rows";
import type { World } from "./worlds";

/** What a sandbox is: who may ask, how it behaves, its clock and its addresses. The rows are those that entities keep of no account. */
export interface Store extends Owner {
  accounts: Map<string, Account>;
  keys: Map<string, Key>;
  /** How many keys have been given out, deleted ones counted. */
  keysMade: number;
  /** What devices, keys and chances depend on. */
  seed: number;
  /** How it behaves where public material leaves that open. */
  world: World;
  /** Base of the API's addresses, once it listens. */
  endpoint: string;
  /** Seconds that the sandbox's clock is ahead. */
  clockOffset: number;
  /** How many addresses have been given out: there is one space, and an id is taken once, whatever it names. */
  counter: number;
  /** Aborted once the sandbox is stopped. */
  stopping: AbortSignal;
}

export function createStore(world: World, seed: number, stopping: AbortSignal): Store {
  return { accounts: new Map(), keys: new Map(), keysMade: 0, seed, world, endpoint: "", clockOffset: 0, counter: 0, stopping };
}

/** Everything goes but the accounts, who may act for whom, and the keys that no client has made. A seed gives the same addresses again. */
export function emptyStore(store: Store): void {
  for (const owner of [store, ...store.accounts.values()]) owner.rows = undefined;
  for (const { id, isMade } of store.keys.values()) if (isMade) store.keys.delete(id);
  store.clockOffset = 0;
  store.counter = 0;
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
