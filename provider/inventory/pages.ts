import { graphql } from "../../api/generated";
import type { ListDevicesQueryVariables } from "../../api/generated/graphql";
import type { About, Client } from "../client";
import type { DeviceRecord } from "./records";

const ListDevices = graphql(/* GraphQL */ `
  query listDevices(
    $accountId: String
    $size: Int
    $from: Int
    $after: ID
    $sort: String
    $state: String
    $name: String
    $hardwareId: String
    $tag: ListFilter
    $owner: Boolean
    $application: [Int!]
    $platform: [Int!]
  ) {
    login {
      account(id: $accountId) {
        id
        devices(
          size: $size
          from: $from
          after: $after
          sort: $sort
          state: $state
          name: $name
          hardwareId: $hardwareId
          tag: $tag
          owner: $owner
          application: $application
          platform: $platform
        ) {
          total
          hasMore
          last
          items {
            ...DeviceParts
          }
        }
      }
    }
  }
`);

/** What `devices` of the API filters by. A list filter takes `ANY` or `ALL` of its values. */
export type DeviceFilter = Omit<ListDevicesQueryVariables, "accountId" | "size" | "from" | "after">;

/** The most that the API gives in one page. */
export const PAGE_SIZE = 1000;

export interface Page {
  accountId: string;
  /** How many devices the filter matches in all. */
  total: number;
  devices: DeviceRecord[];
}

/** The account's devices, page by page: by the cursor where the answer gives one, else by offset; each device once. */
export async function* devicePages(client: Client, filter: DeviceFilter, about: About): AsyncGenerator<Page> {
  const seen = new Set<string>();
  let position: { after?: string; from?: number } = {};
  for (let more = true, received = 0; more;) {
    const variables = { ...filter, ...position, accountId: client.settings.accountId, size: PAGE_SIZE };
    const { login } = await client.graphql(ListDevices, variables, about);
    const { total, hasMore, last, items } = login.account.devices;
    const devices = items.filter(({ id }) => !seen.has(id));
    devices.forEach(({ id }) => seen.add(id));
    yield { accountId: login.account.id, total, devices };
    received += items.length;
    position = last ? { after: last } : { from: received };
    more = hasMore && items.length > 0;
  }
}
