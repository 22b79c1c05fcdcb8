import type { Counter } from "../counts";
import type { Faults } from "../faults";
import type { Limiter } from "../limit";
import type { Account } from "../../model";
import type { Operations } from "../operations";
import type { Listening } from "../listen";
import type { Webhooks } from "../../webhook";
import type { Store } from "../../store";

/** What the control interface works on. */
export interface Controlled {
  store: Store;
  /** The first account. */
  account: Account;
  operations: Operations;
  counter: Counter;
  faults: Faults;
  limiter: Limiter;
  webhooks: Webhooks;
  reset: (devices: number, services: number) => void;
  /** The port of the API. */
  api: Listening;
  /** Resolves once no request to the API is under way. */
  settled: () => Promise<void>;
}

/** @returns what is answered, as JSON. */
export type Handler = (controlled: Controlled, body: unknown, id: string) => unknown;

/** A call that is understood but cannot be carried out. */
export class Refusal extends Error {}

export function accountOf({ store, account }: Controlled, id: string | undefined): Account {
  const found = id === undefined ? account : store.accounts.get(id);
  if (!found) throw new Refusal(`There is no account ${String(id)}.`);
  return found;
}
