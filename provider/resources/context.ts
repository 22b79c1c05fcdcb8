import type { Fields } from "../core/field";
import { WrongAccountError } from "../core/errors";
import type { Resource } from "../core/resource";
import { createClient, type Client, type Log, type Settings } from "../client";
import { createInventory, type Inventory } from "../inventory";

/** What the operations of every resource work with. One per account and process. */
export interface Context {
  client: Client;
  inventory: Inventory;
  log: Log;
  /** Aborted when the user cancels; dynamic resources never hear of it. */
  signal?: AbortSignal;
  /**
   * Ids that a create of this process made or adopted, in lower case. A replacement that keeps its id creates first and
   * deletes after, so a delete leaves these alone; and no two resources may hold the same one.
   */
  held: Set<string>;
  /** Ids, in lower case, of things that other resources of the program manage since an earlier run, as far as is known. */
  managed: ReadonlySet<string>;
}

export function createContext(
  settings: Settings,
  log: Log,
  { signal, managed = new Set() }: { signal?: AbortSignal; managed?: ReadonlySet<string> } = {},
): Context {
  const client = createClient(settings, log);
  return { client, inventory: createInventory(client), log, held: new Set(), managed, ...(signal && { signal }) };
}

/** Declares a resource. Its one declaration gives types, check, diff, state, the sdk's class and the reference page. */
export function defineResource<const I extends Fields, const O extends Fields, F>(
  resource: Resource<Context, I, O, F>,
): Resource<Context, I, O, F> {
  return resource;
}

/** Nothing is read into state, changed or deleted with the keys of an account that does not own it. */
export function ownAccount(subject: string, answered: string, recorded: string | undefined): void {
  if (recorded === undefined || recorded === answered) return;
  throw new WrongAccountError({
    what: "Check whose account this is",
    subject,
    why: `It belongs to account ${recorded}, but the configured access key speaks for account ${answered}.`,
    remedy:
      "Configure the access key (or accountId) that the stack was made with. `pulumi refresh` and `pulumi destroy` use the one of the last `pulumi up` unless --run-program is given.",
  });
}
