import { BULK, findApplication, protocolOf } from "../applications";
import type { Account, Device, Service } from "../model";
import { AGENT_VERSION } from "./endpoints";
import type { Context } from "./support";

export type DeviceView = (context: Context, account: Account, device: Device) => unknown;

/** An account's user as the type `UserReference`. */
export const userReference = ({ id, email }: Account) => ({ id, email });

/** Whoever holds the device, also where another account shows it. */
export function ownerOf({ store }: Context, { accountId }: Device, shown: Account) {
  return userReference(store.accounts.get(accountId ?? "") ?? shown);
}

/**
 * A device, or a service of it, as events, sessions and guests name it: the type `ServiceReference`.
 *
 * @param view - How it shows its device.
 */
export function referenceTo(
  context: Context,
  { account, device, service }: { account: Account; device: Device; service?: Service },
  view: DeviceView,
): Record<string, unknown> {
  const application = service?.application ?? BULK;
  const { id, name, created } = service ?? device;
  const title = findApplication(application)?.name ?? null;
  return {
    id,
    name,
    created,
    application,
    title,
    type: title,
    protocol: protocolOf(application),
    port: service?.port ?? null,
    platform: device.platform,
    manufacturer: null,
    version: AGENT_VERSION,
    owner: ownerOf(context, device, account),
    device: () => view(context, account, device),
  };
}
