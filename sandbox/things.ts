import { findApplication } from "./applications";
import { PERMISSIONS, type Account, type Attributes, type Device, type Service } from "./model";
import { newAddress, now, type ServiceWish, type World } from "./world";

// Attributes are replaced, never changed: hundreds of thousands of things share this one.
const NO_ATTRIBUTES: Attributes = Object.freeze({});

export function newDevice(world: World, facts: Partial<Device> & Pick<Device, "name" | "hardwareId">): Device {
  const created = now(world).toISOString();
  return {
    id: facts.id ?? newAddress(world),
    accountId: undefined,
    online: false,
    platform: 1200,
    configurable: true,
    permissions: PERMISSIONS,
    created,
    lastReported: created,
    attributes: NO_ATTRIBUTES,
    tags: new Set(),
    emailNotifications: true,
    desktopNotifications: true,
    services: new Map(),
    ...facts,
  };
}

export function addDevice(account: Account, device: Device): void {
  device.accountId = account.id;
  account.devices.set(device.id, device);
  account.sorted = undefined;
}

export function removeDevice(world: World, account: Account, device: Device): void {
  for (const id of device.services.keys()) world.services.delete(id);
  account.devices.delete(device.id);
  account.sorted = undefined;
}

/** Its tags stay behind: they are the account's. */
export function transferDevice(from: Account, to: Account, device: Device): void {
  from.devices.delete(device.id);
  from.sorted = undefined;
  device.tags.clear();
  addDevice(to, device);
}

/** Makes the service with what it is not told: the application's name and port, this machine as host, switched on. */
export function addService(world: World, device: Device, wish: ServiceWish & { id?: string }): Service {
  const application = wish.application ?? 1;
  const service: Service = {
    id: wish.id ?? newAddress(world),
    deviceId: device.id,
    name: wish.name ?? findApplication(application)?.name ?? "service",
    application,
    host: wish.host ?? "127.0.0.1",
    port: wish.port ?? findApplication(application)?.port ?? null,
    enabled: wish.enabled ?? true,
    presenceAddress: null,
    created: now(world).toISOString(),
    attributes: NO_ATTRIBUTES,
  };
  device.services.set(service.id, service);
  world.services.set(service.id, service);
  return service;
}

export function removeService(world: World, device: Device, service: Service): void {
  device.services.delete(service.id);
  world.services.delete(service.id);
}

/** The account's device with this id; another account's is as unknown as none. */
export function findDevice(account: Account, id: string): Device | undefined {
  return account.devices.get(id.toUpperCase());
}

export function findService(world: World, account: Account, id: string): { service: Service; device: Device } | undefined {
  const service = world.services.get(id.toUpperCase());
  const device = service && account.devices.get(service.deviceId);
  return service && device && { service, device };
}

/** Makes the tag in the account unless it is there. */
export function makeTag(world: World, account: Account, name: string, color = 1): void {
  if (!account.tags.has(name)) account.tags.set(name, { name, color, created: now(world).toISOString() });
}
