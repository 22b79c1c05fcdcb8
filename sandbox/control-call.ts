import type { Account } from "./accounts";
import type { ControlCall } from "./entity";

/** A call that is understood but cannot be carried out. */
export class Refusal extends Error {}

/** The account of that id; the first one where none is named. */
export function accountOf({ store, account }: Parameters<ControlCall>[0], id: string | undefined): Account {
  const found = id === undefined ? account : store.accounts.get(id);
  if (!found) throw new Refusal(`There is no account ${String(id)}.`);
  return found;
}
