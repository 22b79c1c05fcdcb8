import type { DeviceInfo, ServiceInfo } from "../../provider/domains/devices/info";

/** A service as a row: with what one wants to know of its device. */
export type ServiceRow = ServiceInfo & { deviceName: string | undefined };

/** What a column shows of a row. */
export type Columns<T> = Record<string, (row: T) => unknown>;

/** Properties of DeviceInfo, by its names. */
export const deviceColumns: Columns<DeviceInfo> = {
  name: ({ name }) => name,
  id: ({ id }) => id,
  state: ({ state }) => state,
  hardwareId: ({ hardwareId }) => hardwareId,
  platform: ({ platform }) => platform,
  configurable: ({ configurable }) => configurable,
  permissions: ({ permissions }) => permissions,
  created: ({ created }) => created,
  owner: ({ owner }) => owner,
  tags: ({ tags }) => tags,
  attributes: ({ attributes }) => attributes,
  services: ({ services }) => services,
};

/** Properties of ServiceInfo, by its names, and the name of the device. */
export const serviceColumns: Columns<ServiceRow> = {
  name: ({ name }) => name,
  id: ({ id }) => id,
  deviceName: ({ deviceName }) => deviceName,
  deviceId: ({ deviceId }) => deviceId,
  application: ({ application }) => application,
  title: ({ title }) => title,
  host: ({ host }) => host,
  port: ({ port }) => port,
  enabled: ({ enabled }) => enabled,
  created: ({ created }) => created,
};

/** The columns of a table and of CSV where none are chosen. */
export const usualColumns = {
  devices: ["name", "id", "state", "platform", "tags", "services"],
  services: ["name", "id", "deviceName", "title", "host", "port", "enabled"],
};

/** The value as one cell of a table: services as their number, an owner as an address, anything nested as JSON. */
export function cellOf(column: string, value: unknown): string {
  if (value === undefined) return "";
  if (column === "services") return String((value as unknown[]).length);
  if (column === "owner") return ownerText(value as NonNullable<DeviceInfo["owner"]>);
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "object" ? JSON.stringify(value) : `${value as string | number | boolean}`;
}

const ownerText = ({ id, email }: NonNullable<DeviceInfo["owner"]>) => email ?? id;
