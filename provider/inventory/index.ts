import type { About, Client } from "../client";
import { type ById, createById } from "./by-id";
import { createPageSize } from "./page-size";
import { createReader } from "./reader";
import type { Found } from "./asked";
import { type Marked, markedThings } from "./marked";
import { deviceIds, devicePages, type DeviceFilter, type Page } from "./pages";
import type { DeviceRecord, ServiceRecord } from "./records";
import { createFreshReader } from "./fresh";
import { readTogether, type ReadTogether } from "./read-each";
import { createInvalidations } from "./invalidations";

export { BATCH, inBatches } from "./batches";
export { idKey } from "./by-id";
export type { ReadTogether } from "./read-each";
export type { DeviceFilter, Page } from "./pages";
export type { Found } from "./asked";
export type { Marked } from "./marked";
export { markName, type MarkedAs, type Marks, noMarks, webhookMarkName, webhookMarksIn } from "./marks";
export { type DeviceRecord, deviceRecord, type ServiceRecord } from "./records";
export { PAGE_SIZE } from "./page-size";
export { type Position, scan } from "./scan";

/** Reading an account: the one way in which devices and services become known. No read shows what was before a write. */
export interface Inventory {
  device: (id: string, about: About) => Promise<Found<DeviceRecord>>;
  service: (id: string, about: About) => Promise<Found<ServiceRecord>>;
  /** The same as it is now: by a request that was sent after it was asked for. What is written is decided on such a reading. */
  fresh: Pick<Inventory, "device" | "service">;
  /**
   * Those of one batch (see inBatches) that are there. One request, more only where remote.it refuses it for the sake of one, and
   * nothing is kept: for who knows all ids at once. A service's id may show its device, which is then not the one that was asked
   * for.
   */
  devices: (ids: string[], about: About) => Promise<ReadTogether<DeviceRecord>>;
  services: (ids: string[], about: About) => Promise<ReadTogether<ServiceRecord>>;
  /**
   * The device that each of these ids names, or that offers the service it names, by the id as it is written. Nothing is kept:
   * for who does not know what an id is of.
   */
  deviceOf: ById["deviceOf"];
  /** All devices that match, page by page. */
  pages: (filter: DeviceFilter, about: About) => AsyncIterable<Page>;
  /** The ids of all devices, in lower case. */
  deviceIds: (about: About) => Promise<Set<string>>;
  /** Every mark that resources have left in the account, and what bears it. */
  marks: (about: About) => AsyncIterable<Marked>;
}

export function createInventory(client: Client): Inventory {
  const invalidations = createInvalidations();
  const size = createPageSize();
  const byIds = createById(client, (about) => devicePages(client, size, {}, about));
  client.onChange(invalidations.touch);
  return {
    ...createReader(client, byIds, size, invalidations),
    fresh: {
      device: createFreshReader(byIds.devices, client.settings),
      service: createFreshReader(byIds.services, client.settings),
    },
    devices: (ids, about) => readTogether(byIds.devices, ids, about),
    services: (ids, about) => readTogether(byIds.services, ids, about),
    deviceOf: byIds.deviceOf,
    pages: (filter, about) => devicePages(client, size, filter, about),
    deviceIds: (about) => deviceIds(client, size, about),
    marks: (about) => markedThings(client, size, about),
  };
}
