import type { Account, Device } from "../model";
import { referenceTo, userReference, type DeviceView } from "./references";
import type { Context } from "./support";

/** Whose accounts show the device beside its owner's. */
const guestsOf = ({ store }: Context, device: Device): Account[] =>
  [...store.accounts.values()].filter(({ id, devices }) => id !== device.accountId && devices.get(device.id) === device);

/** Who may use the device, or any service of it: a device is shared as a whole. As the type `Access`. */
export const accessTo = (context: Context, device: Device) =>
  guestsOf(context, device).map((guest) => ({ user: userReference(guest), scripting: false, created: device.created }));

/**
 * Everybody that the account shares something with, as the type `GuestAccess`.
 *
 * @param view - How a reference shows its device.
 */
export function guestsIn(
  context: Context,
  account: Account,
  view: DeviceView,
): { user: unknown; devices: unknown[]; networks: [] }[] {
  const shared = new Map<Account, Device[]>();
  for (const device of account.devices.values()) {
    if (device.accountId !== account.id) continue;
    for (const guest of guestsOf(context, device)) shared.set(guest, [...(shared.get(guest) ?? []), device]);
  }
  return [...shared].map(([guest, devices]) => ({
    user: userReference(guest),
    devices: devices.map((device) => referenceTo(context, { account, device }, view)),
    networks: [],
  }));
}
