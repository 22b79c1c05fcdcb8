import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import type { DeviceRecord, ServiceRecord } from "./records";

const ReadDevices = graphql(/* GraphQL */ `
  query getDevicesById($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        id
        device(id: $ids) {
          ...DeviceParts
        }
      }
    }
  }
`);

const ReadServices = graphql(/* GraphQL */ `
  query getServicesById($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        id
        service(id: $ids) {
          ...ServiceParts
          device {
            id
            name
            configurable
          }
        }
      }
    }
  }
`);

/** What one read found, and whose account answered: a wrong key must never make a fleet look deleted. */
export interface Found<T> {
  accountId: string;
  item: T | undefined;
}

export async function readDevice(client: Client, id: string, about: About): Promise<Found<DeviceRecord>> {
  const { login } = await client.graphql(ReadDevices, { accountId: client.settings.accountId, ids: [id] }, about);
  return { accountId: login.account.id, item: login.account.device.find((device) => sameId(device.id, id)) };
}

export async function readService(client: Client, id: string, about: About): Promise<Found<ServiceRecord>> {
  const { login } = await client.graphql(ReadServices, { accountId: client.settings.accountId, ids: [id] }, about);
  const service = login.account.service.find((candidate) => sameId(candidate.id, id));
  return { accountId: login.account.id, item: service && withDevice(service) };
}

/** Ids are hexadecimal: their case means nothing. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

type ServiceAnswer = Omit<ServiceRecord, "device"> & {
  device?: { id: string; name: string; configurable?: boolean | null | undefined } | null | undefined;
};

function withDevice({ device, ...service }: ServiceAnswer): ServiceRecord | undefined {
  if (!device) return undefined;
  return { ...service, device: { id: device.id, name: device.name, configurable: device.configurable ?? false } };
}
