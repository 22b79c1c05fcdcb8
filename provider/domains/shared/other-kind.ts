import type { RequestLabel } from "../../client";
import { NotFoundError } from "../../core/errors";
import type { Obstacle } from "../../core/obstacle";
import { deviceCollection, idKey } from "../../inventory";
import type { Context } from "../../lifecycle";
import { called } from "./called";

/**
 * Why an id that is to name a device names none: it may be a service's, since remote.it's lists and its app show both alike.
 *
 * @returns undefined where it is no service's either.
 */
export async function namesService(context: Context, id: string, about: RequestLabel): Promise<NotFoundError | undefined> {
  const device = (await context.inventory.deviceOf([id], about)).devices.get(id);
  if (!device || idKey(device.id) === idKey(id)) return undefined;
  return new NotFoundError({
    ...about,
    why: `${id} is a service of device ${called(device.name, device.id)}, and no device.`,
    remedy: `Write the device's own id, ${device.id}.`,
  });
}

/** Why a device that a declaration names by its id is not in the account. @param remedy - What else to write. */
export async function noDevice(
  context: Context,
  { id, accountId }: { id: string; accountId: string },
  remedy: string,
  about: RequestLabel,
): Promise<NotFoundError> {
  const why = `Account ${accountId} has no device ${id}.`;
  return (await namesService(context, id, about)) ?? new NotFoundError({ ...about, why, remedy });
}

/** {@link noDevice}, for a preview: in a run that makes devices it may be one of those, whose id the program knows before. */
export async function missingDevice(
  context: Context,
  missing: { id: string; accountId: string },
  remedy: string,
  about: RequestLabel,
): Promise<Obstacle[]> {
  const error = await noDevice(context, missing, remedy, about);
  if (!context.ownership.isExpecting("Device")) return [{ property: "deviceId", why: error.why, remedy: error.remedy }];
  context.log("info", `${error.label}: ${error.why} It may be one that this run makes.`);
  return [];
}

/** Why an id that is to name a service names none: it may be a device's. @returns undefined where it is no device's either. */
export async function namesDevice(context: Context, id: string, about: RequestLabel): Promise<NotFoundError | undefined> {
  const { item: device } = await context.inventory.of(deviceCollection).read(id, about);
  if (!device) return undefined;
  const services = device.services.map((service) => called(service.name, service.id)).join(", ");
  return new NotFoundError({
    ...about,
    why: `${id} is the device ${called(device.name, device.id)}, and no service.`,
    remedy: services ? `Write the id of one of its services: ${services}.` : "It has no services yet: add one.",
  });
}
