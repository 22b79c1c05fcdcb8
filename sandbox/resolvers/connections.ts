import { GraphQLError } from "graphql";
import { closeConnection, LIFETIME, openConnection } from "../connections";
import { now } from "../store";
import { mustHave, serviceOf, type Resolver } from "./support";

const connect: Resolver<{ serviceId: string; hostIP?: string | null }> = (_source, { serviceId }, context) => {
  const found = serviceOf(context, serviceId);
  if (!found) throw new GraphQLError(`Service ${serviceId} not found.`);
  mustHave(found.device, "CONNECT");
  const { id, host, port, isReverseProxy } = openConnection(context.store, found.service);
  return { id, host, port, reverseProxy: isReverseProxy, created: now(context.store).toISOString(), timeout: LIFETIME };
};

const disconnect: Resolver<{ serviceId: string; connectionId: string }> = (_source, { serviceId, connectionId }, context) =>
  serviceOf(context, serviceId) !== undefined && closeConnection(context.store, connectionId, serviceId);

export const connectionMutations = { connect, disconnect };
