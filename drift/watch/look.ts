import { type Inventory, inBatches, type Page } from "../../provider/inventory";
import type { ReadOnlyContext } from "../../provider/resources";
import { findDrift } from "../find";
import type { Report } from "../report";
import type { StackState } from "../state/stack";
import { concerning } from "./scope";

/**
 * The drift of a few devices and their services: one request for each 500 devices, and one more where something seems to be
 * gone. The account and the stacks are taken as if there was nothing else.
 */
export function lookAt(
  context: ReadOnlyContext,
  stacks: readonly StackState[],
  deviceIds: readonly string[],
  { email, signal }: { email: string | undefined; signal: AbortSignal },
): Promise<Report> {
  const { inventory } = context;
  const pages: Inventory["pages"] = (_filter, about) => pagesOf(inventory, deviceIds, email, about);
  // With a filter, whatever lets everything pass, the webhook is left out: it belongs to no device.
  return findDrift({ ...context, inventory: { ...inventory, pages } }, concerning(stacks, deviceIds), { filter: {}, signal });
}

async function* pagesOf(
  inventory: Inventory,
  deviceIds: readonly string[],
  email: string | undefined,
  about: Parameters<Inventory["devices"]>[1],
): AsyncGenerator<Page> {
  for (const ids of inBatches(deviceIds)) {
    const { accountId, items } = await inventory.devices(ids, about);
    yield { accountId, ...(email !== undefined && { email }), total: items.length, devices: items };
  }
}
