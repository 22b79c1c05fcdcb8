import type { Account } from "./account";
import type { Store } from "./store";

/** What every resolver gets: the store, and the account of the key that signed the request. */
export interface Context {
  store: Store;
  account: Account;
  /** A fault: mutations answer false, and are carried out only where that happens afterwards. */
  refusing: Refusing | undefined;
}

/** Whether a change is refused instead of carried out, or although it is. */
export type Refusing = "instead" | "afterwards";
