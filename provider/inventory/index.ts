import type { About, Client } from "../client";
import { readDevice, readService, type Found } from "./by-id";
import { devicePages, type DeviceFilter, type Page } from "./pages";
import type { DeviceRecord, ServiceRecord } from "./records";

export type { Found } from "./by-id";
export type { DeviceFilter, Page } from "./pages";
export type { DeviceRecord, ServiceRecord } from "./records";

/** Reading an account: the one way in which devices and services become known. */
export interface Inventory {
  device: (id: string, about: About) => Promise<Found<DeviceRecord>>;
  service: (id: string, about: About) => Promise<Found<ServiceRecord>>;
  pages: (filter: DeviceFilter, about: About) => AsyncIterable<Page>;
}

export function createInventory(client: Client): Inventory {
  return {
    device: (id, about) => readDevice(client, id, about),
    service: (id, about) => readService(client, id, about),
    pages: (filter, about) => devicePages(client, filter, about),
  };
}
