import { GraphQLError } from "graphql";
import type { Account } from "./accounts";
import { devicesOf, type Device, type SeenDevice } from "./entities/devices/rows";
import { allServices, type SeenService } from "./entities/services/rows";
import type { Context } from "./entity";
import { accountsOf, sightOf, type Permission } from "./permissions";
import { showsService } from "./sharing";
import type { Store } from "./store";

/** The account's device with this id; another account's is as unknown as none. */
export const findDevice = (account: Account, id: string): Device | undefined => devicesOf(account).get(id.toUpperCase());

export function findService(store: Store, account: Account, id: string): SeenService | undefined {
  const service = allServices(store).get(id.toUpperCase());
  const device = service && devicesOf(account).get(service.deviceId);
  return service && device && showsService(account, device, service) ? { account, device, service } : undefined;
}

/** The device that an id names, its own or, where remote.it takes those too, one of its services'. */
export function deviceNamed(store: Store, account: Account, id: string): Device | undefined {
  const takesServices = store.world["device-by-service-id"] === "device";
  return findDevice(account, id) ?? (takesServices ? findService(store, account, id)?.device : undefined);
}

/** A device of any account that the caller may act for. */
export function deviceOf(context: Context, id: string): SeenDevice | undefined {
  for (const account of accountsOf(context)) {
    const device = findDevice(account, id);
    if (device && sightOf(context, account)(device)) return { account, device };
  }
  return undefined;
}

/** The account's devices of these ids; undefined where one of the ids is none. */
export function devicesFor(
  context: Context,
  account: Account,
  ids: readonly string[],
  permission: Permission,
): Device[] | undefined {
  const devices = ids.flatMap((id) => findDevice(account, id) ?? []).filter(sightOf(context, account));
  for (const device of devices) if (!device.permissions.includes(permission)) throw notAllowedOn(device, permission);
  return devices.length === ids.length ? devices : undefined;
}

const notAllowedOn = ({ id }: Device, permission: Permission): GraphQLError =>
  new GraphQLError(`Not authorized: the ${permission} permission on device ${id} is missing.`);

/** A service of any account that the caller may act for. */
export function serviceOf(context: Context, id: string): SeenService | undefined {
  for (const account of accountsOf(context)) {
    const found = findService(context.store, account, id);
    if (found && sightOf(context, account)(found.device)) return found;
  }
  return undefined;
}

/** What an id names: a device, or a service with the device that it is on. */
export const thingOf = (context: Context, id: string): (SeenDevice & Partial<SeenService>) | undefined =>
  deviceOf(context, id) ?? serviceOf(context, id);

/** The ids that a request names: not more than are taken at once. */
export function few({ store }: Context, ids: string[]): string[] {
  const most = Number(store.world["ids-per-request"]);
  if (ids.length > most) throw new GraphQLError(`Too many ids: at most ${most} in one request.`);
  return ids;
}
