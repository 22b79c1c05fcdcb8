import { operate } from "../../provider/client";
import { deviceCollection, type DeviceRecord, idKey, inBatches, type Inventory } from "../../provider/inventory";
import type { ReadOnlyContext } from "../../provider/domains";
import { findDrift } from "../find";
import type { Report } from "../report";
import type { StackState } from "../state/stack";
import { concerning } from "./device-of";

export interface DeviceDrift {
  report: Report;
  /** Ids of the devices that were found, and of their services. */
  found: string[];
}

/**
 * The drift of a few devices and their services: one request for each 500 ids, and one more where something seems to be
 * gone. The account and the stacks are taken as if there was nothing else.
 *
 * @param ids - Of devices; one of a service stands for its device, where remote.it answers it (api/README.md, A).
 */
export function findDeviceDrift(
  context: ReadOnlyContext,
  stacks: readonly StackState[],
  ids: readonly string[],
  { email, signal }: { email: string | undefined; signal: AbortSignal },
): Promise<DeviceDrift> {
  return operate(
    async () => {
      const { inventory } = context;
      const { accountId, devices } = await read(inventory, ids);
      const page = { accountId, ...(email !== undefined && { email }), total: devices.length, devices };
      const pages: Inventory["pages"] = async function* () {
        yield await Promise.resolve(page);
      };
      const narrowed = { ...context, inventory: { ...inventory, pages } };
      const deviceIds = [...ids, ...devices.map(({ id }) => id)];
      // With a filter, whatever lets everything pass, the webhook is left out: it belongs to no device.
      const report = await findDrift(narrowed, concerning(stacks, deviceIds), { filter: {}, signal });
      return { report, found: devices.flatMap(({ id, services }) => [id, ...services.map((service) => service.id)]) };
    },
    { waitSeconds: Number.POSITIVE_INFINITY, signal },
  );
}

/**
 * Each device once, although a device and its services move at the same time. One request for one batch, whatever was made up: what
 * it does not find is looked for no further.
 */
async function read(inventory: Inventory, ids: readonly string[]): Promise<{ accountId: string; devices: DeviceRecord[] }> {
  const devices = new Map<string, DeviceRecord>();
  let accountId = "";
  for (const batch of inBatches(ids)) {
    const found = await inventory.of(deviceCollection).together(batch, { what: "Reading the devices that moved" });
    ({ accountId } = found);
    for (const device of found.items) devices.set(idKey(device.id), device);
  }
  return { accountId, devices: [...devices.values()] };
}
