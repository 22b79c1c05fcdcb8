import { findApplication } from "./applications";
import type { Account, Service } from "./model";
import { now, type Store } from "./store";

export interface Connection {
  /** Also the id of its session (api/README.md, A). */
  id: string;
  serviceId: string;
  /** The account whose user opened it. */
  userId: string;
  /** Milliseconds. */
  opened: number;
  host: string;
  /** A reverse proxy has none. */
  port: number | null;
  /** HTTP and HTTPS services are reached through one. */
  isReverseProxy: boolean;
}

/** Seconds that a connection lives. */
export const LIFETIME = 28_800;

/** A proxy connection that leads nowhere: the addresses are of the reserved domain .invalid. */
export function openConnection(store: Store, user: Account, service: Service): Connection {
  store.connectionCounter += 1;
  const number = store.connectionCounter;
  const isReverseProxy = findApplication(service.application)?.isWeb ?? false;
  const connection: Connection = {
    id: `sandbox-connection-${number}-${service.id.replaceAll(":", "").toLowerCase()}`,
    serviceId: service.id,
    userId: user.id,
    opened: now(store).getTime(),
    isReverseProxy,
    host: isReverseProxy ? `connection-${number}.proxy.invalid` : "proxy.invalid",
    port: isReverseProxy ? null : 30_000 + (number % 10_000),
  };
  store.connections.set(connection.id, connection);
  return connection;
}

/** What is typed in to use it. */
export function urlOf({ host, port, isReverseProxy }: Connection): string {
  return isReverseProxy ? `https://${host}` : `http://${host}:${port ?? ""}`;
}

/** Whether there was such a connection of this service. */
export function closeConnection(store: Store, id: string, serviceId: string): boolean {
  return store.connections.get(id)?.serviceId === serviceId.toUpperCase() && store.connections.delete(id);
}

/** Those that have not ended by themselves. */
export function openConnections(store: Store): Connection[] {
  const oldest = now(store).getTime() - LIFETIME * 1000;
  return [...store.connections.values()].filter(({ opened }) => opened > oldest);
}
