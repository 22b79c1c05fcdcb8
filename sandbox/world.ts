import { createHash, randomBytes } from "node:crypto";

export interface Service {
  id: string;
  deviceId: string;
  name: string;
  application: number;
  host: string;
  port: number | null;
  enabled: boolean;
  created: string;
  attributes: Record<string, unknown>;
}

export interface Device {
  id: string;
  /** Undefined while the device waits to be claimed. */
  accountId: string | undefined;
  name: string;
  hardwareId: string;
  online: boolean;
  platform: number;
  configurable: boolean;
  permissions: string[];
  created: string;
  lastReported: string;
  attributes: Record<string, unknown>;
  tags: Set<string>;
  emailNotifications: boolean;
  desktopNotifications: boolean;
  services: Map<string, Service>;
}

export interface Account {
  id: string;
  email: string;
  developerKey: string;
  created: string;
  attributes: Record<string, unknown>;
  /** By id, in the order in which they came. Ids are in upper case. */
  devices: Map<string, Device>;
  tags: Map<string, { name: string; color: number; created: string }>;
  notifications: { email: boolean; desktop: boolean; url: boolean; address: string | null };
  /** Ids of the accounts that this account's user may act for. */
  memberOf: Set<string>;
  events: StateEvent[];
}

export interface StateEvent {
  id: string;
  deviceId: string;
  state: string;
  timestamp: string;
}

export interface Key {
  id: string;
  secret: string;
  accountId: string;
  enabled: boolean;
}

/** Everything that the sandbox knows. One address space: an id is taken once, whatever it names. */
export interface World {
  accounts: Map<string, Account>;
  keys: Map<string, Key>;
  /** Every service of every account, by id. */
  services: Map<string, Service>;
  /** Devices that show a claim code and wait. */
  claimable: Map<string, Device>;
  /** What a registration code makes of the device that uses it. */
  registrations: Map<string, Registration>;
  /** Addresses that REST gave out and that are not registered yet, with their device type once created. */
  addresses: Map<string, string | undefined>;
  /** Seconds that the sandbox's clock is ahead. */
  clockOffset: number;
  /** Whether `from: 1000` starts at the thousand-and-first item, as offsets do, or `from: 1001` does. */
  pageFrom: 1000 | 1001;
  counter: number;
}

export interface Registration {
  accountId: string;
  name: string | null;
  tags: string[];
  services: { application: number; name?: string | null; host?: string | null; port?: number | null; enabled?: boolean | null }[];
  oneTimeUse: boolean;
}

export function createWorld(pageFrom: World["pageFrom"]): World {
  return {
    accounts: new Map(),
    keys: new Map(),
    services: new Map(),
    claimable: new Map(),
    registrations: new Map(),
    addresses: new Map(),
    clockOffset: 0,
    pageFrom,
    counter: 0,
  };
}

export function now(world: World): Date {
  return new Date(Date.now() + world.clockOffset * 1000);
}

/** Eight colon-separated hex pairs: 80 for devices and services alike, then a running number. */
export function newAddress(world: World): string {
  world.counter += 1;
  const pairs = world.counter.toString(16).toUpperCase().padStart(8, "0").match(/../g) ?? [];
  return ["80", "00", "00", "00", ...pairs].join(":");
}

export function addAccount(world: World, email: string): Account {
  const account: Account = {
    id: createHash("sha256").update(email).digest("hex").slice(0, 24).toUpperCase(),
    email,
    developerKey: createHash("sha256").update(`developer ${email}`).digest("base64url").slice(0, 32),
    created: now(world).toISOString(),
    attributes: {},
    devices: new Map(),
    tags: new Map(),
    notifications: { email: true, desktop: true, url: false, address: null },
    memberOf: new Set(),
    events: [],
  };
  world.accounts.set(account.id, account);
  return account;
}

export function addKey(world: World, accountId: string): Key {
  const id = randomBytes(10).toString("hex").toUpperCase();
  const key = { id, secret: randomBytes(32).toString("base64"), accountId, enabled: true };
  world.keys.set(id, key);
  return key;
}

export function newDevice(world: World, facts: Partial<Device> & Pick<Device, "name" | "hardwareId">): Device {
  const created = now(world).toISOString();
  return {
    id: newAddress(world),
    accountId: undefined,
    online: false,
    platform: 1200,
    configurable: true,
    permissions: ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"],
    created,
    lastReported: created,
    attributes: {},
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
}

export function removeDevice(world: World, account: Account, device: Device): void {
  for (const id of device.services.keys()) world.services.delete(id);
  account.devices.delete(device.id);
}

export function addService(world: World, device: Device, facts: Pick<Service, "name" | "application"> & Partial<Service>): Service {
  const service: Service = {
    id: newAddress(world),
    deviceId: device.id,
    host: "127.0.0.1",
    port: null,
    enabled: true,
    created: now(world).toISOString(),
    attributes: {},
    ...facts,
  };
  device.services.set(service.id, service);
  world.services.set(service.id, service);
  return service;
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
