import { graphql } from "../../api/generated";
import { accountIn, listIn, type About, type Client } from "../client";
import type { DeviceRecord, ServiceRecord } from "./records";

const ReadDevices = graphql(/* GraphQL */ `
  query getDevicesById($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
    login {
      account(id: $accountId) {
        id
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
          device {
            id
            name
            configurable
          }
        }
        devices(size: 1) @include(if: $withTotal) {
          total
        }
      }
    }
  }
`);

/** What one request by ids found. */
export interface Batch<T> {
  accountId: string;
  items: T[];
  /** How many devices the account has, where it was asked for. */
  total: number | undefined;
}

export type ReadBatch<T> = (client: Client, ids: string[], withTotal: boolean, about: About) => Promise<Batch<T>>;

export const readDevices: ReadBatch<DeviceRecord> = async (client, ids, withTotal, about) => {
  const variables = { accountId: client.settings.accountId, ids, withTotal };
  const account = accountIn(await client.graphql(ReadDevices, variables, about), client, about);
  return { accountId: account.id, items: listIn(account.device, ids, "device", about), total: account.devices?.total };
};

export const readServices: ReadBatch<ServiceRecord> = async (client, ids, withTotal, about) => {
  const variables = { accountId: client.settings.accountId, ids, withTotal };
  const account = accountIn(await client.graphql(ReadServices, variables, about), client, about);
  const items = listIn(account.service, ids, "service", about).flatMap(withDevice);
  return { accountId: account.id, items, total: account.devices?.total };
};

/** Ids are hexadecimal: their case means nothing. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

type ServiceAnswer = Omit<ServiceRecord, "device"> & { device: ServiceRecord["device"] | null };

function withDevice({ device, ...service }: ServiceAnswer): ServiceRecord[] {
  return device ? [{ ...service, device }] : [];
}
