import type { Obstacle } from "../../core/obstacle";
import type { Planning } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { deviceCollection, type DeviceRecord } from "../../inventory";
import type { Need } from "../../core/need";
import { type Context, lackingOn, type Looking } from "../../lifecycle";
import { isOffered } from "../devices/register-graphql";
import { missingDevice } from "../shared/other-kind";
import { noPort } from "./application-types";
import { applicationNumber, knownPort } from "./applications";
import { sameServiceName } from "./name";

/** What any change of a service needs (api/README.md, A). */
export const serviceNeed = { permission: "MANAGE", on: "device" } as const satisfies Need;

/** What a service is besides its name and its place: only a configurable device takes a change of it. */
const CONFIGURED = ["application", "host", "port", "enabled"] as const;

/** What can be given with a service and that REST does not take. */
const BEYOND_REST = ["host", "port", "enabled"] as const;

type Values = Readonly<Record<string, unknown>>;

/** What of the account stands against a planned service, as far as its declaration is known. */
export async function serviceObstacles(
  { context, reading, about }: Looking,
  { declared, exists, changed }: Planning,
): Promise<Obstacle[]> {
  const { deviceId } = declared;
  const touched = CONFIGURED.filter((name) => changed.has(name));
  if (typeof deviceId !== "string" || isUnknown(deviceId) || (exists && touched.length === 0)) return [];
  const { accountId, item: device } = await reading.read(deviceCollection, deviceId, about);
  if (exists)
    return device ? [...lackingOn(serviceNeed, device), ...(device.configurable ? [] : [notChanged(device.id, touched)])] : [];
  if (!device) return missingDevice(context, { id: deviceId, accountId }, WRITE_ANOTHER, about);
  if (mayBeThere(device, declared)) return [];
  const lacking = lackingOn(serviceNeed, device);
  if (lacking.length > 0) return lacking;
  if (!device.configurable) return registrationObstacles(context, device, declared);
  const number = applicationNumber(declared["application"] as string | number);
  return declared["port"] === undefined && number !== undefined && knownPort(number) === 0 ? [noPort(number)] : [];
}

export const WRITE_ANOTHER = "Write the id of a device of this account in deviceId, or that of a Device resource.";

/** One that is there already and equals the declaration is adopted, whatever its device takes. */
function mayBeThere(device: DeviceRecord, { name, application, ...rest }: Values): boolean {
  if (isUnknown(name) || isUnknown(application)) return true;
  const number = applicationNumber(application as string | number);
  return device.services.some(
    (service) =>
      sameServiceName(name, service.name, { deviceName: device.name }) &&
      (number === undefined || number === service.application) &&
      BEYOND_REST.every((key) => rest[key] === undefined || isUnknown(rest[key]) || rest[key] === service[key]),
  );
}

/** What stands against registering a service by its device's hardware id, where the device is sent no `addService`. */
export async function registrationObstacles(
  { client }: Context,
  { configurable, hardwareId }: Pick<DeviceRecord, "configurable" | "hardwareId">,
  declared: Values,
): Promise<Obstacle[]> {
  const byHand = configurable
    ? "Add the service on the device itself."
    : "Add the service on the device itself, or update its agent so that the device becomes configurable.";
  const closed = configurable
    ? "GraphQL of this endpoint adds no services."
    : "The device is not configurable, so GraphQL adds no services to it.";
  if (!hardwareId) {
    const why = `${closed} REST binds a service to its device by a hardware id, which this device does not tell.`;
    return [{ property: "deviceId", why, remedy: byHand }];
  }
  if (declared["provision"] !== undefined && (await isOffered(client, "addServiceByHardwareId"))) return [];
  const beyond = BEYOND_REST.filter((key) => declared[key] !== undefined);
  const names = beyond.join(", ");
  const obstacles: Obstacle[] = [];
  if (beyond.length > 0)
    obstacles.push({
      property: beyond[0] ?? "",
      why: `REST gives a service a type and a name only, not ${names}.`,
      remedy: `For REST, leave out ${names}.`,
    });
  if (declared["provision"] === undefined)
    obstacles.push({
      property: "provision",
      why: "REST needs a bulk project for it.",
      remedy: "For REST, give the service provision: projectKey and projectSecret of a bulk project.",
    });
  obstacles.push(...(await client.restObstacles()));
  return obstacles.length === 0 ? [] : [{ property: "deviceId", why: closed, remedy: byHand }, ...obstacles];
}

/** A device that is not configurable keeps its services as they are. */
export const notChanged = (deviceId: string, names: readonly string[]): Obstacle => ({
  property: names[0] ?? "",
  why: `Device ${deviceId} is not configurable, so ${names.join(", ")} of its services cannot be changed through the API.`,
  remedy: "Change the service on the device itself, or update its agent so that the device becomes configurable.",
});
