import { randomUUID } from "node:crypto";
import type { Answer } from "./server/answer";
import { endpointView } from "./resolvers/endpoints";
import type { Account, Device } from "./model";
import type { Store } from "./store";

const COLUMNS = ["id", "name", "hardwareId", "title", "state", "timestamp", "created", "address"];

/**
 * Writes the report `DeviceList`: its columns are those that public clients read (api/README.md, C and P).
 *
 * @param withServices - Each device is followed by its services.
 * @returns where it can be fetched, unsigned, by whoever knows the address.
 */
export function writeDeviceList(store: Store, { devices }: Account, withServices: boolean): string {
  const id = randomUUID();
  const rows = [...devices.values()].flatMap((device) => rowsOf(device, withServices));
  store.reports.set(id, [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join(""));
  return `${store.endpoint}/report/${id}.csv`;
}

function rowsOf(device: Device, withServices: boolean): unknown[][] {
  const services = withServices ? [...device.services.values()] : [];
  return [undefined, ...services].map((service) => {
    const { id, name, title, state, timestamp, externalAddress } = endpointView(device, service);
    return [id, name, device.hardwareId, title, state, timestamp, (service ?? device).created, externalAddress];
  });
}

const cell = (value: unknown): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The report that an address names; undefined where there is none. */
export function findReport({ reports }: Store, pathname: string): Answer | undefined {
  const body = reports.get(/^\/report\/([^/]+)\.csv$/.exec(pathname)?.[1] ?? "");
  return body === undefined ? undefined : { status: 200, body, type: "text/csv; charset=utf-8" };
}
