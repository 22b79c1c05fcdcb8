import { graphql } from "../../api/generated";
import { accountIn, listIn, type RequestLabel, type Client } from "../client";
import { type RemoteitError, SchemaError } from "../core/errors";
import { BATCH, type ReadBatch } from "./batches";
import { createPageSize } from "./page-size";
import { inParts } from "./parts";
import type { Page } from "./pages";
import { withOwnTags } from "./account-tags";
import { marksIn, withoutMarks } from "./marks";
import { type DeviceRecord, deviceRecord, type ServiceRecord } from "./records";

const ReadDevices = graphql(/* GraphQL */ `
  query getDevicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
    login {
      account(id: $accountId) {
        id
        tags {
          name
        }
        device(id: $ids) {
          ...DeviceParts
        }
        devices(size: 1) @include(if: $withTotal) {
          total
        }
      }
    }
  }
`);

const ReadServices = graphql(/* GraphQL */ `
  query getServicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
    login {
      account(id: $accountId) {
        id
        service(id: $ids) {
          ...ServiceParts
          attributes
          device {
            id
            name
            configurable
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

const ReadServicesOfDevices = graphql(/* GraphQL */ `
  query getServicesOfDevices($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        id
        device(id: $ids) {
          id
          name
          configurable
          permissions
          services {
            ...ServiceParts
            attributes
          }
        }
      }
    }
  }
`);

export interface ById {
  /** The devices that the ids name, each once; a service's id names its device where remote.it answers that (api/README.md, A). */
  devices: ReadBatch<DeviceRecord>;
  services: ReadBatch<ServiceRecord>;
  /** The device that each id names or that offers the service it names, by the id as it was asked for. */
  deviceOf: (ids: string[], about: RequestLabel) => Promise<{ accountId: string; devices: Map<string, DeviceRecord> }>;
}

/** `User.service` is no longer used by remote.it's app (2024 in api/schema.graphql). */
const SERVICE = "User.service";

/** @param scan - Reads the whole account. */
export function createById(client: Client, scan: (about: RequestLabel) => AsyncIterable<Page>): ById {
  const { accountId } = client.settings;
  const size = createPageSize(BATCH);
  /** Whether a service's id was seen to answer its device: only then does no answer mean that the service is not there. */
  let takesServices = false;

  const devices = inParts<DeviceRecord>(size, async (part, withTotal, about) => {
    const ask = async (whose: string | undefined) => {
      const variables = (failed?: RemoteitError) => ({ accountId: whose, ids: part.next(failed), withTotal });
      return accountIn(await client.graphql(ReadDevices, variables, about), client, about);
    };
    const { answer, devices: items } = await withOwnTags(client, ask, ({ device }) =>
      unique(listIn(device, part.ids, "device", about)).map(deviceRecord),
    );
    const asked = new Set(part.ids.map(idKey));
    takesServices ||= items.some(({ services }) => services.some(({ id }) => asked.has(idKey(id))));
    return { accountId: answer.id, items, total: answer.devices?.total };
  });

  const servicesThemselves = inParts<ServiceRecord>(size, async (part, withTotal, about) => {
    const variables = (failed?: RemoteitError) => ({ accountId, ids: part.next(failed), withTotal });
    const account = accountIn(await client.graphql(ReadServices, variables, about), client, about);
    const items = listIn(account.service, part.ids, "service", about).flatMap(withDevice);
    return { accountId: account.id, items, total: account.devices?.total };
  });

  /** Where the schema has no services by id: among those of their devices, and, until that is known to work, of all devices. */
  const servicesOfDevices: ReadBatch<ServiceRecord> = async (ids, withTotal, about) => {
    const answer = await devices(ids, withTotal, about);
    const seen = await whole(answer.items, about);
    const found = servicesIn(seen, ids);
    const missing = without(ids, found);
    if (missing.length > 0 && !takesServices) {
      for await (const page of scan(about))
        found.push(...servicesIn(await whole(devicesWith(page.devices, missing), about), missing));
    }
    return { ...answer, items: found };
  };

  /** The devices once more, with their services' attributes, among which marks stand. */
  const whole = async (items: readonly DeviceRecord[], about: RequestLabel): Promise<WholeDevice[]> => {
    const ids = items.filter((device) => device.services.length > 0).map(({ id }) => id);
    return ids.length === 0 ? [] : (await wholeDevices(ids, false, about)).items;
  };
  const wholeDevices = inParts<WholeDevice>(size, async (part, _withTotal, about) => {
    const variables = (failed?: RemoteitError) => ({ accountId, ids: part.next(failed) });
    const account = accountIn(await client.graphql(ReadServicesOfDevices, variables, about), client, about);
    return { accountId: account.id, items: listIn(account.device, part.ids, "device", about), total: undefined };
  });

  const services: ReadBatch<ServiceRecord> = async (...question) => {
    if (!client.lacks(SERVICE)) {
      try {
        return await servicesThemselves(...question);
      } catch (error) {
        if (!(error instanceof SchemaError) || !client.lacks(SERVICE)) throw error;
      }
    }
    return servicesOfDevices(...question);
  };

  return {
    devices,
    services,
    deviceOf: async (ids, about) => {
      const { accountId: answering, items } = await devices(ids, false, about);
      const missing = without(
        ids,
        items.flatMap((device) => [device, ...device.services]),
      );
      if (missing.length > 0 && !takesServices) {
        const others = await services(missing, false, about);
        const named = unique(others.items.map(({ device }) => device)).map(({ id }) => id);
        if (named.length > 0) items.push(...(await devices(named, false, about)).items);
      }
      const byId = new Map(items.flatMap((device) => [device, ...device.services].map(({ id }) => [idKey(id), device])));
      return {
        accountId: answering,
        devices: new Map(
          ids.flatMap((id) => {
            const device = byId.get(idKey(id));
            return device ? [[id, device]] : [];
          }),
        ),
      };
    },
  };
}

/** Ids are hexadecimal: their case means nothing. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

const unique = <T extends { id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [idKey(item.id), item])).values(),
];

function without(ids: readonly string[], found: readonly { id: string }[]): string[] {
  const known = new Set(found.map(({ id }) => idKey(id)));
  return ids.filter((id) => !known.has(idKey(id)));
}

type MarkedService = Omit<ServiceRecord, "device" | "marks"> & { attributes: Record<string, unknown> };
type WholeDevice = ServiceRecord["device"] & { services: readonly MarkedService[] };

const devicesWith = (devices: readonly DeviceRecord[], ids: readonly string[]): DeviceRecord[] => {
  const asked = new Set(ids.map(idKey));
  return devices.filter(({ services }) => services.some(({ id }) => asked.has(idKey(id))));
};

function servicesIn(devices: readonly WholeDevice[], ids: readonly string[]): ServiceRecord[] {
  const asked = new Set(ids.map(idKey));
  return devices.flatMap(({ id, name, configurable, permissions, services }) =>
    services
      .filter((service) => asked.has(idKey(service.id)))
      .flatMap((service) => withDevice({ ...service, device: { id, name, configurable, permissions } })),
  );
}

type ServiceAnswer = MarkedService & { device: ServiceRecord["device"] | null };

function withDevice({ device, attributes, ...service }: ServiceAnswer): ServiceRecord[] {
  return device ? [{ ...service, device, attributes: withoutMarks(attributes), marks: marksIn(attributes) }] : [];
}
