import { BULK, findApplication } from "../../applications";
import type { Account } from "../../accounts";
import { rows } from "../../rows";
import { newAddress, now, type Store } from "../../store";
import { NO_ATTRIBUTES } from "../../attributed";
import type { Device } from "../devices/device";
import type { Reach, Service } from "./service";

export type { Reach, Service } from "./service";

/** A service as an account sees it: what stands behind the type `Service`. */
export interface SeenService {
  account: Account;
  device: Device;
  service: Service;
}

/** A service as somebody asks for it: what is left out, or null, gets its default. */
export interface ServiceWish extends ReachWish {
  application?: number | null | undefined;
  name?: string | null | undefined;
  host?: string | null | undefined;
  port?: number | null | undefined;
  enabled?: boolean | null | undefined;
}

export type ReachWish = { [N in keyof Reach]?: string | null | undefined };

/** Every service of every account, by id. */
export const allServices = rows(() => new Map<string, Service>());

// Attributes and reach are replaced, never changed: hundreds of thousands of things share these.
const NOWHERE: Reach = Object.freeze({
  presenceAddress: null,
  subdomain: null,
  websocket: null,
  websocketIPv4: null,
  websocketIPv6: null,
});

/** What is left out or null stays; an empty text takes away. */
export function reachOf(reach: Readonly<Reach>, wish: ReachWish): Readonly<Reach> {
  const names = Object.keys(NOWHERE) as (keyof Reach)[];
  const given = names.filter((name) => typeof wish[name] === "string").map((name) => [name, wish[name] || null]);
  return given.length === 0 ? reach : { ...reach, ...(Object.fromEntries(given) as Partial<Reach>) };
}

/** How the name of a service is stored: as it was sent or, in one world, always with the device's before it. */
export function storedName({ world }: Store, device: Device, name: string): string {
  return world["service-names"] === "prefixed" ? `${device.name} - ${name}` : name;
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
  allServices(store).set(service.id, service);
  return service;
}

/** What the device itself is where a service is asked for. */
export const deviceAsService = ({ id, name, presenceAddress, created, attributes }: Device): Service => ({
  id,
  deviceId: id,
  name,
  application: BULK,
  host: null,
  port: null,
  enabled: true,
  reach: { ...NOWHERE, presenceAddress },
  created,
  attributes,
});

export function removeService(store: Store, device: Device, service: Service): void {
  device.services.delete(service.id);
  allServices(store).delete(service.id);
}

export const serviceStateOf = (device: Device, service: Service): "active" | "inactive" =>
  device.online && service.enabled ? "active" : "inactive";
