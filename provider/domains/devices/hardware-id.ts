import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import type { DeviceRecord, Observed } from "../../inventory";
import { called } from "../shared/called";
import type { Context } from "../../lifecycle";

/** The one device with this hardware id that the account owns; undefined where there is none. One that is shared with it is another's. */
export async function byHardwareId(
  context: Context,
  hardwareId: string,
  about: RequestLabel,
): Promise<(Observed<DeviceRecord> & { item: DeviceRecord }) | undefined> {
  const found: (Observed<DeviceRecord> & { item: DeviceRecord })[] = [];
  for await (const { accountId, devices } of context.inventory.pages({ hardwareId }, about)) {
    for (const item of devices) {
      if (item.hardwareId === hardwareId && item.owner?.id === accountId) found.push({ accountId, item });
    }
  }
  if (found.length <= 1) return found[0];
  const candidates = found.map(({ item: { id, name } }) => called(name, id)).join(", ");
  throw new ConflictError({
    ...about,
    why: `Several devices have hardware id ${hardwareId}: ${candidates}.`,
    remedy: "Write the one that is meant as deviceId instead of hardwareId.",
  });
}
