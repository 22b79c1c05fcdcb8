import { GraphQLError } from "graphql";
import { z } from "zod";
import { type Account, isSameEmail, userFor } from "../../accounts";
import { content, type Context, defineEntity } from "../../entity";
import { findService } from "../../find";
import { mustBeInPlan } from "../../limits";
import { accountToChange, can, type Permission } from "../../permissions";
import { now, type Store } from "../../store";
import { findTag, mustBeTag, putTag, tagsOn, untag } from "../../tagging";
import {
  connectedBy,
  findNetwork,
  guestBy,
  makeNetwork,
  type Network,
  networksOf,
  networksShownBy,
  permissionsOn,
  seenBy,
  type SeenNetwork,
} from "./rows";

interface Named {
  networkId: string;
}

interface Connecting extends Named {
  serviceId: string;
  name?: string | null;
  port?: number | null;
}

interface Sharing extends Named {
  email: string[];
}

interface Tagging extends Named {
  name: string[];
}

const form = z.array(z.strictObject({ name: z.string().min(2).max(100), tags: z.array(z.string()).default([]) }));

export default defineEntity({
  fields: {
    User: {
      networks: (account, _args, context) => networksShownBy(context, account),
      network: (account, { id }: { id: string }, context) => {
        const found = networksShownBy(context, account).find(({ network }) => network.id === id);
        if (found) return found;
        throw noNetwork(id);
      },
    },
    Network: {
      id: ({ network }: SeenNetwork) => network.id,
      name: ({ network }: SeenNetwork) => network.name,
      created: ({ network }: SeenNetwork) => network.created,
      owner: ({ network }: SeenNetwork) => network.account,
      tags: ({ network }: SeenNetwork) => tagsOn(network.account, network),
      connections: ({ network }: SeenNetwork, _args, { store }) =>
        connectedBy(store, network).map(({ service, connection }) => ({ ...connection, service, enabled: true })),
      access: ({ network }: SeenNetwork) => [...network.guests.values()],
      can,
      enabled: true,
    },
  },
  mutations: {
    createNetwork: ({ name, accountId }: { name?: string | null; accountId?: string | null }, context) => {
      const account = accountToChange(context, accountId, "MANAGE");
      mustBeNetworkName(name);
      mustBeFree(context.store, account, name);
      return seenBy(context, makeNetwork(context.store, account, name));
    },
    updateNetwork: ({ id, name }: { id: string; name?: string | null }, context) => {
      const network = networkFor(context, id, "MANAGE");
      if (!network) return null;
      if (typeof name === "string") {
        mustBeNetworkName(name);
        mustBeFree(context.store, network.account, name, network);
        network.name = name;
      }
      return seenBy(context, network);
    },
    /** With all that is in it: its guests no longer see it. */
    deleteNetwork: ({ id }: { id: string }, context) => {
      const network = networkFor(context, id, "MANAGE");
      if (!network) return false;
      untag(network.account, network);
      return networksOf(network.account).byId.delete(id);
    },
    /** Of any device that the network's account sees. A second time it sets name and port (inferred: api/README.md, A). */
    addNetworkConnection: ({ networkId, serviceId, name, port }: Connecting, context) => {
      const network = networkFor(context, networkId, "MANAGE");
      if (!network) return null;
      const { store } = context;
      const found = findService(store, network.account, serviceId);
      if (!found) return false;
      if (typeof port === "number" && (port < 0 || port > 65_535))
        throw new GraphQLError("Invalid port: it must be from 1 to 65535.");
      const before = network.connections.get(found.service.id);
      network.connections.set(found.service.id, {
        name: setTo(store, before?.name ?? null, name),
        port: setTo(store, before?.port ?? null, port),
        created: before?.created ?? now(store).toISOString(),
      });
      return true;
    },
    removeNetworkConnection: ({ networkId, serviceId }: Connecting, context) =>
      networkFor(context, networkId, "MANAGE")?.connections.delete(serviceId.toUpperCase()) ?? null,
    /** With all of them, or with none. */
    addNetworkShare: ({ networkId, email }: Sharing, context) => {
      const network = networkFor(context, networkId, "MANAGE");
      if (!network) return null;
      const { store } = context;
      const users = email.flatMap((one) => userFor(store, one) ?? []).filter(({ id }) => id !== network.account.id);
      if (users.length < email.length) return false;
      const created = now(store).toISOString();
      for (const user of users) if (!network.guests.has(user.id)) network.guests.set(user.id, { user, created });
      return true;
    },
    /** A guest leaves with the own address (api/README.md, A). */
    removeNetworkShare: ({ networkId, email }: Sharing, context) => {
      const isLeaving = email.every((one) => isSameEmail(context.store, one, context.account.email));
      const network = networkFor(context, networkId, isLeaving ? "VIEW" : "MANAGE");
      if (!network) return null;
      const guests = email.flatMap((one) => guestBy(context.store, network, one) ?? []);
      if (guests.length < email.length) return false;
      for (const { user } of guests) network.guests.delete(user.id);
      return true;
    },
    addNetworkTag: ({ networkId, name }: Tagging, context) => {
      const network = networkFor(context, networkId, "ADMIN");
      if (!network) return null;
      mustBeInPlan(context.store, network.account, "tagging");
      for (const tag of name) mustBeTag(tag);
      for (const tag of name) putTag(context.store, network.account, network, tag);
      return tagAnswer(context);
    },
    removeNetworkTag: ({ networkId, name }: Tagging, context) => {
      const network = networkFor(context, networkId, "ADMIN");
      if (!network) return null;
      for (const tag of name) findTag(context.store, network.account, tag)?.bearers.delete(network);
      return tagAnswer(context);
    },
  },
  content: {
    networks: content(form, (store, account, given) => {
      for (const { name, tags } of given) {
        const network = makeNetwork(store, account, name);
        for (const tag of tags) putTag(store, account, network, tag);
      }
    }),
  },
});

const noNetwork = (id: string) => new GraphQLError(`Network ${id} not found.`);

/** The network that a change names: one that its caller does not see is as unknown as none. Undefined where that is no error. */
function networkFor(context: Context, id: string, permission: Permission): Network | undefined {
  const network = findNetwork(context.store, id);
  const permissions = network ? permissionsOn(context, network) : [];
  if (network && permissions.includes(permission)) return network;
  if (permissions.length > 0) throw new GraphQLError(`Not authorized: the ${permission} permission on network ${id} is missing.`);
  if (context.store.world["network-unknown"] === "null") return undefined;
  throw noNetwork(id);
}

/** 2 to 100 characters, as the app demands (api/README.md, A). */
function mustBeNetworkName(name: string | null | undefined): asserts name is string {
  if (typeof name !== "string" || name.length < 2 || name.length > 100)
    throw new GraphQLError("Invalid name: it must have 2 to 100 characters.");
}

/** @param own - The network that is to have the name. */
function mustBeFree({ world }: Store, account: Account, name: string, own?: Network): void {
  const isTaken = [...networksOf(account).byId.values()].some((other) => other !== own && other.name === name);
  if (isTaken && world["network-names"] === "refused")
    throw new GraphQLError(`Duplicate name: the account has a network ${name}.`);
}

/** What becomes of the name or the port of a connection. */
function setTo<T extends string | number>({ world }: Store, before: T | null, wanted: T | null | undefined): T | null {
  const how = world["connection-clear"];
  if (wanted === undefined) return how === "left-out" ? null : before;
  if (wanted === null) return how === "left-out" || how === "null" ? null : before;
  if (wanted === "" || wanted === 0) return how === "empty" ? null : before;
  return wanted;
}

const tagAnswer = ({ store }: Context): true | null => (store.world["tag-answer"] === "null" ? null : true);
