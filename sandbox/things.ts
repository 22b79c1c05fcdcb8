import { findApplication } from "./applications";
import { PERMISSIONS, type Account, type Attributes, type Device, type Reach, type Service } from "./model";
import { newAddress, now, type ReachWish, type ServiceWish, type Store } from "./store";

// Attributes and reach are replaced, never changed: hundreds of thousands of things share these.
const NO_ATTRIBUTES: Attributes = Object.freeze({});
const NOWHERE: Reach = Object.freeze({
  presenceAddress: null,
  subdomain: null,
  websocket: null,
  websocketIPv4: null,
  websocketIPv6: null,
});

export function newDevice(store: Store, facts: Partial<Device> & Pick<Device, "name" | "hardwareId">): Device {
  const created = now(store).toISOString();
  return {
    id: facts.id ?? newAddress(store),
    accountId: undefined,
    online: false,
    platform: 1200,
    configurable: true,
    permissions: PERMISSIONS,
    presenceAddress: null,
    created,
    lastReported: created,
    attributes: NO_ATTRIBUTES,
    tags: new Map(),
    emailNotifications: null,
    desktopNotifications: null,
    services: new Map(),
    ...facts,
  };
}

export function addDevice(account: Account, device: Device): void {
  device.accountId = account.id;
  showDevice(account, device);
}

/** The account lists the device, as its own or as that of another. */
export function showDevice(account: Account, device: Device): void {
  account.devices.set(device.id, device);
  account.gone.delete(device.id);
  account.byCreated = undefined;
}

/** It leaves the account, which remembers where it stood. */
function takeDevice(account: Account, device: Device): void {
  account.devices.delete(device.id);
  account.gone.set(device.id, device);
  account.byCreated = undefined;
}

/** A device that its owner removes is gone for everybody; a guest only no longer sees it. */
export function removeDevice(store: Store, account: Account, device: Device): void {
  const isOwn = device.accountId === account.id;
  if (isOwn) for (const id of device.services.keys()) store.services.delete(id);
  for (const one of isOwn ? store.accounts.values() : [account]) if (one.devices.has(device.id)) takeDevice(one, device);
}

/** Its tags stay behind: they are the account's. */
export function transferDevice(from: Account, to: Account, device: Device): void {
  takeDevice(from, device);
  device.tags.delete(from.id);
  addDevice(to, device);
}

/** How the name of a service is stored: as it was sent or, in one world, always with the device's before it. */
export function storedName({ world }: Store, device: Device, name: string): string {
  return world["service-names"] === "prefixed" ? `${device.name} - ${name}` : name;
}

/** What is left out or null stays; an empty text takes away. */
export function reachOf(reach: Readonly<Reach>, wish: ReachWish): Readonly<Reach> {
  const names = Object.keys(NOWHERE) as (keyof Reach)[];
  const given = names.filter((name) => typeof wish[name] === "string").map((name) => [name, wish[name] || null]);
  return given.length === 0 ? reach : { ...reach, ...(Object.fromEntries(given) as Partial<Reach>) };
}

/** Makes the service with what it is not told: the application's name and port, this machine as host, switched on. */
export function addService(store: Store, device: Device, wish: ServiceWish & { id?: string }): Service {
  const application = wish.application ?? 1;
  const service: Service = {
    id: wish.id ?? newAddress(store),
    deviceId: device.id,
    name: wish.name ?? findApplication(application)?.name ?? "service",
    application,
    host: wish.host ?? "127.0.0.1",
    port: wish.port ?? findApplication(application)?.port ?? null,
    enabled: wish.enabled ?? true,
    reach: reachOf(NOWHERE, wish),
    created: now(store).toISOString(),
    attributes: NO_ATTRIBUTES,
  };
  device.services.set(service.id, service);
  store.services.set(service.id, service);
  return service;
}

export function removeService(store: Store, device: Device, service: Service): void {
  device.services.delete(service.id);
  store.services.delete(service.id);
}

/** The account's device with this id; another account's is as unknown as none. */
export function findDevice(account: Account, id: string): Device | undefined {
  return account.devices.get(id.toUpperCase());
}

export function findService(store: Store, account: Account, id: string): { service: Service; device: Device } | undefined {
  const service = store.services.get(id.toUpperCase());
  const device = service && account.devices.get(service.deviceId);
  return service && device && { service, device };
}

/** The device that an id names, its own or, where remote.it takes those too, one of its services'. */
export function deviceNamed(store: Store, account: Account, id: string): Device | undefined {
  const takesServices = store.world["device-by-service-id"] === "device";
  return findDevice(account, id) ?? (takesServices ? findService(store, account, id)?.device : undefined);
}
