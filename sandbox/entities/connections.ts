import { GraphQLError } from "graphql";
import type { Account } from "../accounts";
import { findApplication } from "../applications";
import { defineEntity } from "../entity";
import { findService, serviceOf } from "../find";
import { may, mustHave } from "../permissions";
import { no, noService, notAllowed, noWithCode, ok, text } from "../rest";
import { rows } from "../rows";
import { now, type Store } from "../store";
import { serviceStateOf, type Service } from "./services/rows";

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

/** Those that nobody has closed, by id, and how many have been opened. */
const kept = rows(() => ({ byId: new Map<string, Connection>(), opened: 0 }));

/** Seconds that a connection lives. */
const LIFETIME = 28_800;

interface Named {
  serviceId: string;
}

/** Proxies made on demand. They lead nowhere: their addresses are of the reserved domain .invalid. */
export default defineEntity({
  mutations: {
    connect: ({ serviceId }: Named, context) => {
      const found = serviceOf(context, serviceId);
      if (!found) throw new GraphQLError(`Service ${serviceId} not found.`);
      mustHave(context, found, "CONNECT");
      // The word is what a public client looks for (api/README.md, P 2023-04).
      if (serviceStateOf(found.device, found.service) === "inactive") throw new GraphQLError(`Service ${serviceId} is inactive.`);
      const connection = open(context.store, context.account, found.service);
      const { id, opened, host, port, isReverseProxy } = connection;
      return {
        id,
        host,
        port,
        reverseProxy: isReverseProxy,
        url: urlOf(connection),
        created: new Date(opened).toISOString(),
        timeout: LIFETIME,
        session: connection,
      };
    },
    /** A connection is named by its own id; its service's, where it is given, must be the right one. */
    disconnect: ({ serviceId, connectionId }: Partial<Named> & { connectionId: string }, context) => {
      const id = serviceId ?? kept(context.store).byId.get(connectionId)?.serviceId;
      return id !== undefined && serviceOf(context, id) !== undefined && close(context.store, connectionId, id);
    },
    /** What a user thinks of a session that is open. */
    rateConnection: ({ serviceId, sessionId }: Named & { sessionId: string }, context) =>
      serviceOf(context, serviceId) !== undefined &&
      openConnections(context.store).some(({ id, serviceId: of }) => id === sessionId && of === serviceId.toUpperCase()),
  },
  rest: {
    "POST device/connect": (call) => {
      const found = findService(call.store, call.account, text(call, "deviceaddress"));
      if (!found) return noWithCode("0861", "no service for that id");
      if (!may(call, found, "CONNECT")) return notAllowed;
      const opened = open(call.store, call.account, found.service);
      const facts = { deviceaddress: found.service.id, proxy: urlOf(opened), connectionid: opened.id };
      return ok({ connection: { ...facts, expirationsec: String(LIFETIME) } });
    },
    "POST device/connect/stop": (call) => {
      const found = findService(call.store, call.account, text(call, "deviceaddress"));
      if (!found) return noService;
      return close(call.store, text(call, "connectionid"), found.service.id) ? ok() : no("no such connection");
    },
  },
});

function open(store: Store, user: Account, service: Service): Connection {
  const all = kept(store);
  all.opened += 1;
  const number = all.opened;
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
  all.byId.set(connection.id, connection);
  return connection;
}

/** What is typed in to use it. */
function urlOf({ host, port, isReverseProxy }: Connection): string {
  return isReverseProxy ? `https://${host}` : `http://${host}:${port ?? ""}`;
}

/** Whether there was such a connection of this service. */
function close(store: Store, id: string, serviceId: string): boolean {
  const { byId } = kept(store);
  return byId.get(id)?.serviceId === serviceId.toUpperCase() && byId.delete(id);
}

/** Those that have not ended by themselves. */
export function openConnections(store: Store): Connection[] {
  const oldest = now(store).getTime() - LIFETIME * 1000;
  return [...kept(store).byId.values()].filter(({ opened }) => opened > oldest);
}
