import type { Fields } from "../core/field";
import { WrongAccountError } from "../core/errors";
import type { Resource } from "../core/resource";
import { createClient, createReadOnlyClient, type Client, type Log, type ReadOnlyClient, type Settings } from "../client";
import type { ApplicationTypes } from "./application-types";
import type { Claims } from "./claim";
import { createInventory, type DeviceRecord, type Inventory, type Page } from "../inventory";
import { createHolds, noteFailure, refuseAfterFailure, type Holds } from "./hold";
import type { Turns } from "./turns";

/** What the operations of every resource work with. One per account and process. */
export interface Context {
  client: Client;
  inventory: Inventory;
  log: Log;
  holds: Holds;
  claims: Claims;
  applicationTypes: ApplicationTypes;
  turns: Turns;
}

export function createContext(settings: Settings, log: Log, holds: Holds = createHolds()): Context {
  return contextOf(createClient(settings, log), log, holds);
}

/** What can read the account and not change it, whatever is called. */
export interface ReadOnlyContext extends Context {
  client: ReadOnlyClient;
}

export function createReadOnlyContext(settings: Settings, log: Log): ReadOnlyContext {
  return contextOf(createReadOnlyClient(settings, log), log, createHolds());
}

function contextOf<C extends Client>(client: C, log: Log, holds: Holds): Context & { client: C } {
  return { client, inventory: createInventory(client), log, holds, claims: {}, applicationTypes: {}, turns: new Map() };
}

/** What `inPage` needs of a page. */
export type PageOf = Pick<Page, "accountId" | "devices">;

/**
 * Declares a resource. Its one declaration gives types, check, diff, state, the sdk's class and the reference page. Nothing
 * of its kind is deleted in a run that failed to create one: it may be the same thing.
 */
export function defineResource<const I extends Fields, const O extends Fields, F>(
  resource: Resource<Context, I, O, F, PageOf>,
): Resource<Context, I, O, F, PageOf> {
  const { type } = resource;
  return {
    ...resource,
    create: (context, inputs) => noteFailure(context, type, resource.create(context, inputs)),
    delete: async (context, id, state) => {
      refuseAfterFailure(context, type, id);
      await resource.delete(context, id, state);
    },
  };
}

/** The mark of things that the access key's user may not view: those of a device without that permission. */
export function hiddenBy({ permissions }: Pick<DeviceRecord, "permissions">): { isHidden?: true } {
  return permissions.includes("VIEW") ? {} : { isHidden: true };
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
