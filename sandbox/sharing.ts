import type { Account, User } from "./accounts";
import type { Device } from "./entities/devices/device";
import type { Service } from "./entities/services/service";
import type { Permission } from "./public";
import { rows } from "./rows";

/** What somebody else than its owner may use of a device. */
export interface Share {
  user: User;
  scripting: boolean;
  /** Ids of services. "all": those that are added later as well. */
  services: Set<string> | "all";
  /** Set where a test has shared it as a whole: the user may do all that the owner may. */
  isWhole?: true;
  created: string;
}

/** Of a device, by the ids of the users. */
export const sharesOf = rows(() => new Map<string, Share>());

/** Undefined for the owner, and for whom nothing of it is shared with. */
export const shareOf = (account: User, device: Device): Share | undefined => sharesOf(device).get(account.id);

export const isShared = ({ services }: Share, { id }: Pick<Service, "id">): boolean => services === "all" || services.has(id);

/** Whether the account shows the service, where it shows the device. */
export function showsService(account: Account, device: Device, service: Pick<Service, "id">): boolean {
  const share = shareOf(account, device);
  return !share || isShared(share, service);
}

/** The services that the account shows of a device. */
export const servicesShown = (account: Account, device: Device): Service[] =>
  [...device.services.values()].filter((service) => showsService(account, device, service));

/** What the account's own user may do with a device: a guest uses it and, where that is shared as well, runs scripts on it. */
export function shownPermissions(account: Account, device: Device): readonly Permission[] {
  const share = shareOf(account, device);
  if (!share || share.isWhole) return device.permissions;
  return device.permissions.filter((one) => one === "VIEW" || one === "CONNECT" || (one === "SCRIPTING" && share.scripting));
}
