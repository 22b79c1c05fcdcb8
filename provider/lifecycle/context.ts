import {
  createClient,
  createReadOnlyClient,
  redacted,
  type Client,
  type Log,
  type ReadOnlyClient,
  type Settings,
} from "../client";
import { createInventory, type Inventory } from "../inventory";
import { createKeyedMutex, type KeyedMutex } from "./keyed-mutex";
import { createOwnership, type Ownership } from "./ownership";

/** What the operations of every resource work with. One per account and process. */
export interface Context {
  client: Client;
  inventory: Inventory;
  log: Log;
  ownership: Ownership;
  mutex: KeyedMutex;
}

/** What can read the account and not change it, whatever is called. */
export interface ReadOnlyContext extends Context {
  client: ReadOnlyClient;
}

/** @param ownership - Where several contexts of one process are to know of each other's resources. */
export function createContext(settings: Settings, log: Log, ownership: Ownership = createOwnership()): Context {
  return contextOf(createClient(settings, log), log, ownership);
}

export function createReadOnlyContext(settings: Settings, log: Log): ReadOnlyContext {
  return contextOf(createReadOnlyClient(settings, log), log, createOwnership());
}

function contextOf<C extends Client>(client: C, log: Log, ownership: Ownership): Context & { client: C } {
  return { client, inventory: createInventory(client), log: redacted(log), ownership, mutex: createKeyedMutex() };
}
