import { graphql } from "../../../api/generated";
import { accountIn, listIn } from "../../client";
import type { RemoteitError } from "../../core/errors";
import {
  BATCH,
  type ByIdCollection,
  createPageSize,
  type DeviceRecord,
  inParts,
  type Marks,
  noMarks,
  type SharedWith,
  sharedWith,
  userMarksIn,
} from "../../inventory";
import { sameCaseless } from "../shared/text";
import { sharePlace } from "./share-id";

const ReadAccess = graphql(/* GraphQL */ `
  query getDeviceAccess($accountId: String, $ids: [String!]!, $withTotal: Boolean!) {
    login {
      account(id: $accountId) {
        id
        attributes
        device(id: $ids) {
          ...DeviceCore
          owner {
            email
          }
          ...DeviceAccess
          services {
            id
            name
            ...ServiceAccess
          }
        }
        devices(size: 1) @include(if: $withTotal) {
          total
        }
      }
    }
  }
`);

/** With whom a device is shared. */
export interface AccessRecord {
  id: string;
  name: string | null;
  permissions: DeviceRecord["permissions"];
  ownerEmail: string | null;
  /** All that it has, by id and name. */
  services: readonly { id: string; name: string | null }[];
  shares: readonly SharedWith[];
  /** Attributes of the account's user, among which the marks of shares stand. */
  attributes: Record<string, unknown>;
}

/** What pages show of it: `facts` for whose device it is. */
const IN_PAGES: ReadonlySet<string> = new Set(["access", "facts"]);

type Shown = Pick<DeviceRecord, "id" | "name" | "permissions"> & {
  owner: { email: string | null } | null;
  services: readonly { id: string; name: string | null }[];
};

const recordOf = (
  { id, name, permissions, owner, services }: Shown,
  shares: readonly SharedWith[],
  attributes: Record<string, unknown>,
): AccessRecord => ({
  id,
  name,
  permissions,
  ownerEmail: owner?.email ?? null,
  services: services.map((service) => ({ id: service.id, name: service.name })),
  shares,
  attributes,
});

/** By the ids of devices: all shares of one are read at once, and those of many devices with one request. */
export const accessCollection: ByIdCollection<AccessRecord> = {
  name: "access",
  byIds: (_known, client) => {
    const { accountId } = client.settings;
    return inParts<AccessRecord>(createPageSize(BATCH), async (part, withTotal, about) => {
      const variables = (failed?: RemoteitError) => ({ accountId, ids: part.next(failed), withTotal });
      const account = accountIn(await client.graphql(ReadAccess, variables, about), client, about);
      const items = listIn(account.device, part.ids, "device", about).map((device) =>
        recordOf(device, sharedWith(device), account.attributes),
      );
      return { accountId: account.id, items, total: account.devices?.total };
    });
  },
  whole: async (pages, _client, about) => {
    let accountId = "";
    const items: AccessRecord[] = [];
    for await (const page of pages({}, about, IN_PAGES)) {
      ({ accountId } = page);
      // Marks are read where one share is.
      for (const device of page.devices) items.push(recordOf(device, device.shares ?? [], {}));
    }
    return { accountId, items };
  },
};

/** A share as the account holds it: what one user has of one device. */
export interface ShareRecord extends SharedWith {
  deviceId: string;
  permissions: DeviceRecord["permissions"];
  /** Ids of all services of the device. */
  all: readonly string[];
  marks: Marks;
  /** Set where the share may be there, and the account does not show it to the access key's user. */
  isUnseen?: true;
}

/** The share with the user of that address; undefined where there is none. */
export function shareIn(device: AccessRecord | undefined, email: string): ShareRecord | undefined {
  const share = device?.shares.find((one) => sameCaseless(one.email, email));
  if (!device || !share) return undefined;
  const { id: deviceId, permissions, services, attributes } = device;
  const marks = userMarksIn(attributes, sharePlace({ deviceId, email }));
  return { ...share, deviceId, permissions, all: services.map(({ id }) => id), marks };
}

/** Whether shares show to who may not manage the device is unknown: for him, none that is shown has not gone. */
export function unseenShare(device: AccessRecord | undefined, email: string): ShareRecord | undefined {
  if (!device || device.permissions.includes("MANAGE")) return undefined;
  const { id: deviceId, permissions } = device;
  return { email, scripting: false, services: [], deviceId, permissions, all: [], marks: noMarks, isUnseen: true };
}
