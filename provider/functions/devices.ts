import type { About } from "../client";
import { NotFoundError } from "../core/errors";
import type { DeviceFilter, DeviceRecord } from "../inventory";
import type { Context } from "../resources";

/** A service as the account holds it now. */
export interface ServiceInfo {
  id: string;
  deviceId: string;
  name: string;
  /** Number of the application type. */
  application?: number;
  /** Name of the application type. */
  title?: string;
  host?: string;
  port?: number;
  enabled?: boolean;
  /** ISO 8601. */
  created?: string;
}

/** A device as the account holds it now, with all its services. */
export interface DeviceInfo {
  id: string;
  name: string;
  hardwareId?: string;
  /** `active` while it is online, else `inactive`. */
  state: string;
  /** Number of the platform. */
  platform?: number;
  /** Whether services can be added and changed through the API. */
  configurable: boolean;
  /** What the access key's user may do: VIEW, CONNECT, SCRIPTING, MANAGE, ADMIN. */
  permissions: string[];
  /** ISO 8601. */
  created?: string;
  owner?: { id: string; email?: string };
  attributes: Record<string, unknown>;
  tags: string[];
  services: ServiceInfo[];
}

/** @throws NotFoundError where the account has no device with this id. */
export async function getDevice(context: Context, id: string): Promise<DeviceInfo> {
  const about: About = { what: "Get the device", subject: id };
  const { accountId, item } = await context.inventory.device(id, about);
  if (item) return deviceInfo(item);
  throw new NotFoundError({
    ...about,
    why: `Account ${accountId} has no device with this id.`,
    remedy: "Check the id, and that the access key speaks for the right account.",
  });
}

/** The account's devices that match, read in pages of 1,000 as they are asked for. */
export async function* getDevices(context: Context, filter: DeviceFilter = {}): AsyncGenerator<DeviceInfo, void, undefined> {
  for await (const { devices } of context.inventory.pages(filter, { what: "Get the devices" })) {
    yield* devices.map(deviceInfo);
  }
}

/** The services of one device. @throws NotFoundError where the account has no device with this id. */
export async function getServices(context: Context, deviceId: string): Promise<ServiceInfo[]> {
  return (await getDevice(context, deviceId)).services;
}

function deviceInfo({ tags, services, owner, attributes, permissions, configurable, ...device }: DeviceRecord): DeviceInfo {
  return {
    ...present({
      id: device.id,
      name: device.name,
      state: device.state,
      hardwareId: device.hardwareId,
      platform: device.platform,
      created: device.created,
    }),
    configurable: configurable ?? false,
    permissions: permissions ?? [],
    attributes: attributes ?? {},
    tags: (tags ?? []).map(({ name }) => name),
    services: services.map((service) => ({ ...present(service), deviceId: device.id })),
    ...(owner && { owner: present(owner) }),
  };
}

type Present<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]>;
};

/** remote.it answers null for what it does not know; a program wants such a property to be absent. */
function present<T extends object>(record: T): Present<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)) as Present<T>;
}
