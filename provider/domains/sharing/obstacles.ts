import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import type { Need } from "../../core/need";
import { type Obstacle, together } from "../../core/obstacle";
import type { Planning } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { type Context, lackingOn, type Looking } from "../../lifecycle";
import { called } from "../shared/called";
import { missingDevice, noDevice } from "../shared/other-kind";
import { accessCollection, type AccessRecord, shareIn } from "./access";
import { sameCaseless } from "../shared/text";
import { foreign } from "./services";

/** What sharing a device needs (api/README.md, A). */
export const shareNeed: Need = { permission: "MANAGE", on: "device" };

const WRITE_ANOTHER = "Write the id of a device of this account in deviceId, or that of a Device resource.";

interface Declared {
  deviceId: string;
  email: string;
  services: readonly string[];
}

/** What of the account stands against a planned share, as far as its declaration is known. */
export async function shareObstacles(
  { context, reading, about }: Looking,
  { declared, exists, changed }: Planning,
): Promise<Obstacle[]> {
  const { deviceId, email, services } = declared as Partial<Declared>;
  if (deviceId === undefined || isUnknown(deviceId) || changed.size === 0) return [];
  const { accountId, item: device } = await reading.read(accessCollection, deviceId, about);
  if (!device) return missingDevice(context, { id: deviceId, accountId }, WRITE_ANOTHER, about);
  const isExpecting = context.ownership.isExpecting("Service");
  const known = isUnknown(services) || isExpecting ? undefined : services;
  // What is shared already is adopted, and needs nothing for that.
  const isThere = typeof email === "string" && !isUnknown(email) && shareIn(device, email) !== undefined;
  const lacking = exists || isThere ? [] : lackingOn(shareNeed, device).map((one) => ({ ...one, property: "deviceId" }));
  return [...lacking, ...against(device, { email: isUnknown(email) ? undefined : email, services: known })];
}

/** The device that is to be shared, as it is now. @throws NotFoundError, ConflictError where it cannot be. */
export async function shareable(
  context: Context,
  { deviceId, email, services }: Declared,
  about: RequestLabel,
): Promise<{ accountId: string; device: AccessRecord }> {
  const { accountId, item: device } = await context.inventory.of(accessCollection).fresh(deviceId, about);
  if (!device) throw await noDevice(context, { id: deviceId, accountId }, WRITE_ANOTHER, about);
  const obstacles = against(device, { email, services });
  if (obstacles.length > 0) throw new ConflictError({ ...about, ...together(obstacles) });
  return { accountId, device };
}

function against(device: AccessRecord, { email, services }: Partial<Record<keyof Declared, unknown>>): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const name = called(device.name, device.id);
  if (typeof email === "string" && device.ownerEmail !== null && sameCaseless(device.ownerEmail, email))
    obstacles.push({
      property: "email",
      why: `Device ${name} is ${email}'s own: nobody shares a device with its owner.`,
      remedy: "Write the address of another user.",
    });
  if (!Array.isArray(services)) return obstacles;
  const others = foreign(
    services as string[],
    device.services.map(({ id }) => id),
  );
  if (others.length > 0) obstacles.push(notItsOwn(name, others, servicesOf(device)));
  if (device.services.length === 0)
    obstacles.push({
      property: "deviceId",
      why: `Device ${name} has no services, so there is nothing to share.`,
      remedy: "Give it a Service that this resource depends on (dependsOn).",
    });
  return obstacles;
}

/** @param own - Its services, as a remedy adds them. */
export const notItsOwn = (device: string, services: readonly string[], own = ""): Obstacle => ({
  property: "services",
  why: `Device ${device} has no service ${services.join(", ")}.`,
  remedy: `Write ids of its services${own}, or leave services out to share all of them.`,
});

function servicesOf({ services }: AccessRecord): string {
  return services.length === 0 ? "" : ` (${services.map(({ id, name }) => called(name, id)).join(", ")})`;
}
