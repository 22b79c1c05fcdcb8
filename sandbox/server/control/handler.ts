import type { Account } from "../../accounts";
import type { Entity } from "../../entity";
import type { Store } from "../../store";
import type { Counter } from "../counts";
import type { Faults } from "../faults";
import type { Limiter } from "../limit";
import type { Listening } from "../listen";
import type { Operations } from "../operations";

/** What the control interface works on. */
export interface Controlled {
  store: Store;
  /** The first account. */
  account: Account;
  entities: readonly Entity[];
  operations: Operations;
  counter: Counter;
  faults: Faults;
  limiter: Limiter;
  reset: (devices: number, services: number) => void;
  /** The port of the API. */
  api: Listening;
  /** Resolves once no request to the API is under way. */
  settled: () => Promise<void>;
}

/** @returns what is answered, as JSON. */
export type Handler = (controlled: Controlled, body: unknown, id: string) => unknown;
