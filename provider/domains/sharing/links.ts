import { graphql } from "../../../api/generated";
import type { ConnectLinkPartsFragment } from "../../../api/generated/graphql";
import { accountIn, type Client, listIn, type RequestLabel } from "../../client";
import { type RemoteitError, SchemaError } from "../../core/errors";
import { protect } from "../../core/secrets";
import {
  allDevices,
  type AskForPage,
  BATCH,
  type ByIdCollection,
  createPageSize,
  type DeviceRecord,
  idKey,
  inParts,
  type Listed,
  type MarkPlace,
  type ReadBatch,
} from "../../inventory";

graphql(/* GraphQL */ `
  fragment ConnectLinkParts on ConnectLink {
    url
    code
    enabled
  }
`);

graphql(/* GraphQL */ `
  fragment LinkedService on Service {
    id
    name
    link(type: [HTTPS, WSS]) {
      ...ConnectLinkParts
    }
  }
`);

const ReadLinks = graphql(/* GraphQL */ `
  query getConnectLinks($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
    login {
      account(id: $accountId) {
        id
        attributes
        service(id: $ids) {
          ...LinkedService
          device {
            id
            permissions
          }
        }
        devices(size: 1) @include(if: $withTotal) {
          total
        }
      }
    }
  }
`);

const ReadLinksOfDevices = graphql(/* GraphQL */ `
  query getConnectLinksOfDevices($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        id
        attributes
        device(id: $ids) {
          id
          permissions
          services {
            ...LinkedService
          }
        }
      }
    }
  }
`);

const ListLinks = graphql(/* GraphQL */ `
  query listConnectLinks($accountId: String, $types: [LinkType!]) {
    login {
      account(id: $accountId) {
        id
        links(type: $types) {
          ...ConnectLinkParts
          service {
            id
            name
            device {
              id
              permissions
            }
          }
        }
      }
    }
  }
`);

const ListLinksOfDevices = graphql(/* GraphQL */ `
  query listConnectLinksOfDevices($accountId: String, $size: Int, $from: Int, $after: ID, $types: [LinkType!]) {
    login {
      account(id: $accountId) {
        id
        devices(size: $size, from: $from, after: $after, sort: "created") {
          total
          hasMore
          last
          items {
            id
            permissions
            services {
              id
              name
              link(type: $types) {
                ...ConnectLinkParts
              }
            }
          }
        }
      }
    }
  }
`);

/** A service, and the link that it may have. */
export interface ServiceLinkRecord {
  /** Of the service. */
  id: string;
  name: string | null;
  link: Link | null;
  device: Pick<DeviceRecord, "id" | "permissions">;
  /** Attributes of the account's user, among which the marks of links stand. */
  attributes: Record<string, unknown>;
}

/** Without the password, which is never asked for. */
export type Link = ConnectLinkPartsFragment;

/** remote.it's app asks for both (api/README.md, A). */
export const linkTypes = ["HTTPS", "WSS"] as const;
export type LinkType = (typeof linkTypes)[number];

/** Where the marks of a link stand, which has no attributes. */
export const linkPlace = (serviceId: string): MarkPlace => ({ kind: "connect-link", name: serviceId });

/** Whoever has its code can reach the service. */
export function kept(link: Link): Link {
  protect(link.code);
  return link;
}

const SERVICE = "User.service";

/** By the ids of services. Where the schema has no services by id (2024 in api/schema.graphql), among those of their devices. */
export const serviceLinks: ByIdCollection<ServiceLinkRecord> = {
  name: "links",
  byIds: (known, client) => {
    const { accountId } = client.settings;
    const size = createPageSize(BATCH);
    const themselves = inParts<ServiceLinkRecord>(size, async (part, withTotal, about) => {
      const variables = (failed?: RemoteitError) => ({ accountId, ids: part.next(failed), withTotal });
      const account = accountIn(await client.graphql(ReadLinks, variables, about), client, about);
      const items = listIn(account.service, part.ids, "service", about).flatMap(({ id, name, link, device }) =>
        device ? [{ id, name, link: link && kept(link), device, attributes: account.attributes }] : [],
      );
      return { accountId: account.id, items, total: account.devices?.total };
    });
    const ofDevices = inParts<ServiceLinkRecord>(size, async (part, _withTotal, about) => {
      const variables = (failed?: RemoteitError) => ({ accountId, ids: part.next(failed) });
      const account = accountIn(await client.graphql(ReadLinksOfDevices, variables, about), client, about);
      const items = listIn(account.device, part.ids, "device", about).flatMap(({ services, ...device }) =>
        services.map(({ id, name, link }) => ({ id, name, link: link && kept(link), device, attributes: account.attributes })),
      );
      return { accountId: account.id, items, total: undefined };
    });
    const amongDevices: ReadBatch<ServiceLinkRecord> = async (ids, withTotal, about) => {
      const { items: services, ...facts } = await known.services(ids, withTotal, about);
      const devices = [...new Map(services.map(({ device }) => [idKey(device.id), device.id])).values()];
      if (devices.length === 0) return { ...facts, items: [] };
      const asked = new Set(ids.map(idKey));
      const { items } = await ofDevices(devices, false, about);
      return { ...facts, items: items.filter(({ id }) => asked.has(idKey(id))) };
    };
    return async (...question) => {
      if (!client.lacks(SERVICE)) {
        try {
          return await themselves(...question);
        } catch (error) {
          if (!(error instanceof SchemaError) || !client.lacks(SERVICE)) throw error;
        }
      }
      return amongDevices(...question);
    };
  },
  whole: async (_pages, client, about) => {
    const { accountId, items } = await listLinks(client, linkTypes, about);
    // Marks are read where one link is.
    const records = items.flatMap(({ serviceId: id, name, device, ...link }) =>
      device ? [{ id, name, link, device, attributes: {} }] : [],
    );
    return { accountId, items: records };
  },
};

/** A link of a list. */
export type ListedLink = Link & { serviceId: string; name: string | null; device: ServiceLinkRecord["device"] | null };

const LINKS = "User.links";

/** All links of the account. Where the schema has no such list (2024 in api/schema.graphql), those of the services of all devices. */
export async function listLinks(client: Client, types: readonly LinkType[], about: RequestLabel): Promise<Listed<ListedLink>> {
  const { accountId } = client.settings;
  if (!client.lacks(LINKS)) {
    try {
      const account = accountIn(await client.graphql(ListLinks, { accountId, types: [...types] }, about), client, about);
      return {
        accountId: account.id,
        items: account.links.map(({ service: { id, name, device }, ...link }) => ({
          ...kept(link),
          serviceId: id,
          name,
          device,
        })),
      };
    } catch (error) {
      if (!(error instanceof SchemaError) || !client.lacks(LINKS)) throw error;
    }
  }
  const items: ListedLink[] = [];
  type WithLinks = Pick<DeviceRecord, "id" | "permissions"> & {
    services: { id: string; name: string | null; link: Link | null }[];
  };
  const ask: AskForPage<WithLinks> = async (variables) => {
    const read = await client.later(ListLinksOfDevices, (failed) => ({ ...variables(failed), types: [...types] }), about);
    return async () => accountIn(await read(), client, about).devices;
  };
  for await (const { services, ...device } of allDevices(client, createPageSize(), ask, about))
    for (const { id, name, link } of services) if (link) items.push({ ...kept(link), serviceId: id, name, device });
  return { accountId: (await client.account()).id, items };
}
