import { graphql } from "../../../api/generated";
import { type Client, defineMutation, type RequestLabel } from "../../client";
import { tagCollection } from "../tags/calls";
import { networkOverview } from "./overview";

const CreateNetwork = defineMutation(
  graphql(/* GraphQL */ `
    mutation createNetwork($name: String!, $accountId: String!) {
      createNetwork(name: $name, accountId: $accountId) {
        ...NetworkParts
      }
    }
  `),
  [networkOverview],
);

const RenameNetwork = defineMutation(
  graphql(/* GraphQL */ `
    mutation renameNetwork($id: String!, $name: String!) {
      updateNetwork(id: $id, name: $name) {
        id
      }
    }
  `),
  [networkOverview],
);

const DeleteNetwork = defineMutation(
  graphql(/* GraphQL */ `
    mutation deleteNetwork($id: String!) {
      deleteNetwork(id: $id)
    }
  `),
  [networkOverview],
);

/** A second time it sets name and port anew (api/README.md, A). */
const SetConnection = defineMutation(
  graphql(/* GraphQL */ `
    mutation setNetworkConnection($networkId: String!, $serviceId: String!, $name: String, $port: Int) {
      addNetworkConnection(networkId: $networkId, serviceId: $serviceId, name: $name, port: $port)
    }
  `),
  [networkOverview],
);

const RemoveConnection = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeNetworkConnection($networkId: String!, $serviceId: String!) {
      removeNetworkConnection(networkId: $networkId, serviceId: $serviceId)
    }
  `),
  [networkOverview],
);

const AddShare = defineMutation(
  graphql(/* GraphQL */ `
    mutation addNetworkShare($networkId: String!, $emails: [String!]!) {
      addNetworkShare(networkId: $networkId, email: $emails)
    }
  `),
  [networkOverview],
);

const RemoveShare = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeNetworkShare($networkId: String!, $emails: [String!]!) {
      removeNetworkShare(networkId: $networkId, email: $emails)
    }
  `),
  [networkOverview],
);

/** Makes the tags that the account does not know yet. */
const AddNetworkTags = defineMutation(
  graphql(/* GraphQL */ `
    mutation addNetworkTags($networkId: String!, $names: [String!]!) {
      addNetworkTag(networkId: $networkId, name: $names)
    }
  `),
  [networkOverview, tagCollection],
);

const RemoveNetworkTags = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeNetworkTags($networkId: String!, $names: [String!]!) {
      removeNetworkTag(networkId: $networkId, name: $names)
    }
  `),
  [networkOverview],
);

/** A name and a port of a connection: null for none, left out for whatever remote.it makes of that. */
export interface ConnectionWish {
  name?: string | null;
  port?: number | null;
}

/** Each answers as remote.it does. */
export const networkCalls = (client: Client, about: RequestLabel) => ({
  create: async (name: string, accountId: string) =>
    (await client.graphql(CreateNetwork, { name, accountId }, { ...about, once: true })).createNetwork,
  rename: async (id: string, name: string) => (await client.graphql(RenameNetwork, { id, name }, about)).updateNetwork,
  delete: async (id: string) => (await client.graphql(DeleteNetwork, { id }, about)).deleteNetwork,
  setConnection: async (networkId: string, serviceId: string, wish: ConnectionWish) =>
    (await client.graphql(SetConnection, { networkId, serviceId, ...wish }, about)).addNetworkConnection,
  removeConnection: async (networkId: string, serviceId: string) =>
    (await client.graphql(RemoveConnection, { networkId, serviceId }, about)).removeNetworkConnection,
  /** Whoever is let in may be written to, so nothing is sent twice. */
  addShare: async (networkId: string, email: string) =>
    (await client.graphql(AddShare, { networkId, emails: [email] }, { ...about, once: true })).addNetworkShare,
  removeShare: async (networkId: string, email: string) =>
    (await client.graphql(RemoveShare, { networkId, emails: [email] }, about)).removeNetworkShare,
  addTags: async (networkId: string, names: string[]) =>
    (await client.graphql(AddNetworkTags, { networkId, names }, about)).addNetworkTag,
  removeTags: async (networkId: string, names: string[]) =>
    (await client.graphql(RemoveNetworkTags, { networkId, names }, about)).removeNetworkTag,
});
