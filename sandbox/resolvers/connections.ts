import { GraphQLError } from "graphql";
import { closeConnection, LIFETIME, openConnection, openConnections, urlOf } from "../connections";
import { serviceStateOf } from "./service-list";
import { sessionView } from "./sessions";
import { mustHave, serviceOf, type Resolver } from "./support";
import { deviceView } from "./views";

const connect: Resolver<{ serviceId: string }> = (_source, { serviceId }, context) => {
  const found = serviceOf(context, serviceId);
  if (!found) throw new GraphQLError(`Service ${serviceId} not found.`);
  mustHave(found.device, "CONNECT");
  // The word is what a public client looks for (api/README.md, P 2023-04).
  if (serviceStateOf(found.device, found.service) === "inactive") throw new GraphQLError(`Service ${serviceId} is inactive.`);
  const connection = openConnection(context.store, context.account, found.service);
  const { id, opened, host, port, isReverseProxy } = connection;
  return {
    id,
    host,
    port,
    reverseProxy: isReverseProxy,
    url: urlOf(connection),
    created: new Date(opened).toISOString(),
    timeout: LIFETIME,
    session: () => sessionView(context, connection, found, deviceView),
  };
};

/** A connection is named by its own id; its service's, where it is given, must be the right one. */
const disconnect: Resolver<{ serviceId?: string | null; connectionId: string }> = (
  _source,
  { serviceId, connectionId },
  context,
) => {
  const id = serviceId ?? context.store.connections.get(connectionId)?.serviceId;
  return id !== undefined && serviceOf(context, id) !== undefined && closeConnection(context.store, connectionId, id);
};

/** What a user thinks of a session that is open. */
const rateConnection: Resolver<{ serviceId: string; sessionId: string }> = (_source, { serviceId, sessionId }, context) =>
  serviceOf(context, serviceId) !== undefined &&
  openConnections(context.store).some(({ id, serviceId: of }) => id === sessionId && of === serviceId.toUpperCase());

export const connectionMutations = { connect, disconnect, rateConnection };
