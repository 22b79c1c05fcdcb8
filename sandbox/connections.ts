import { findApplication } from "./applications";
import type { Service } from "./model";
import type { Store } from "./store";

export interface Opened {
  id: string;
  host: string;
  /** A reverse proxy has none. */
  port: number | null;
  /** HTTP and HTTPS services are reached through one. */
  isReverseProxy: boolean;
}

/** Seconds that a connection lives. */
export const LIFETIME = 28_800;

/** A proxy connection that leads nowhere: the addresses are of the reserved domain .invalid. */
export function openConnection(store: Store, service: Service): Opened {
  const number = store.connections.size + 1;
  const id = `sandbox-connection-${number}-${service.id.replaceAll(":", "").toLowerCase()}`;
  store.connections.set(id, service.id);
  const isReverseProxy = findApplication(service.application)?.isWeb ?? false;
  return isReverseProxy
    ? { id, host: `connection-${number}.proxy.invalid`, port: null, isReverseProxy }
    : { id, host: "proxy.invalid", port: 30_000 + (number % 10_000), isReverseProxy };
}

/** Whether there was such a connection of this service. */
export function closeConnection(store: Store, id: string, serviceId: string): boolean {
  return store.connections.get(id) === serviceId.toUpperCase() && store.connections.delete(id);
}
