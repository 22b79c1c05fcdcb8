import type { Obstacle } from "../../core/obstacle";
import type { Planning } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { deviceCollection } from "../../inventory";
import type { Looking } from "../../lifecycle";
import { missingDevice } from "../shared/other-kind";
import { isOffered } from "./register-graphql";

export const CLAIM_IT = "Write the id of a device of this account in deviceId, or claim the device with claimCode.";

/** What of the account stands against a planned device. Whether a claim code works, only the claim finds out. */
export async function deviceObstacles(
  { context, reading, about }: Looking,
  { declared: { deviceId, provision }, exists }: Planning,
): Promise<Obstacle[]> {
  if (exists) return [];
  if (provision !== undefined) {
    const obstacles = await context.client.restObstacles();
    return obstacles.length > 0 && (await isOffered(context.client, "registerDevice")) ? [] : obstacles;
  }
  if (typeof deviceId !== "string" || isUnknown(deviceId)) return [];
  const { accountId, item } = await reading.read(deviceCollection, deviceId, about);
  return item ? [] : missingDevice(context, { id: deviceId, accountId }, CLAIM_IT, about);
}
