import { graphql } from "../../api/generated";
import type { ListDevicesQueryVariables } from "../../api/generated/graphql";
import { accountIn, type About, type Client } from "../client";
import type { DeviceRecord } from "./records";
import { PAGE_SIZE, scan } from "./scan";

const ListDevices = graphql(/* GraphQL */ `
  query listDevices(
    $accountId: String
    $size: Int
    $from: Int
    $after: ID
    $sort: String! = "created"
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
        email
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

const ListDeviceIds = graphql(/* GraphQL */ `
  query listDeviceIds($accountId: String, $size: Int, $from: Int, $after: ID) {
    login {
      account(id: $accountId) {
        id
        devices(size: $size, from: $from, after: $after, sort: "created") {
          total
          hasMore
          last
          items {
            id
          }
        }
      }
    }
  }
`);

/** What `devices` of the API filters by. A list filter takes `ANY` or `ALL` of its values. */
export type DeviceFilter = Omit<ListDevicesQueryVariables, "accountId" | "size" | "from" | "after">;

export interface Page {
  accountId: string;
  /** The account's e-mail address; absent where its user was deleted. */
  email?: string;
  /** How many devices the filter matches in all. */
  total: number;
  devices: DeviceRecord[];
}

/** The account's devices, page by page, each device once. */
export async function* devicePages(client: Client, filter: DeviceFilter, about: About): AsyncGenerator<Page> {
  let account: Pick<Page, "accountId" | "email"> = { accountId: "" };
  const fetch = async (position: { after?: string; from?: number }) => {
    const variables = { ...filter, ...position, accountId: client.settings.accountId, size: PAGE_SIZE };
    const { id, email, devices } = accountIn(await client.graphql(ListDevices, variables, about), client, about);
    account = { accountId: id, ...(email !== null && { email }) };
    return devices;
  };
  for await (const { total, items } of scan(fetch, tellShort(client, about))) yield { ...account, total, devices: items };
}

/** The ids of all devices of the account, in lower case. */
export async function deviceIds(client: Client, about: About): Promise<Set<string>> {
  const ids = new Set<string>();
  const fetch = async (position: { after?: string; from?: number }) => {
    const variables = { ...position, accountId: client.settings.accountId, size: PAGE_SIZE };
    return accountIn(await client.graphql(ListDeviceIds, variables, about), client, about).devices;
  };
  for await (const { items } of scan(fetch, tellShort(client, about))) for (const { id } of items) ids.add(id.toLowerCase());
  return ids;
}

const tellShort =
  (client: Client, { what }: About) =>
  (found: number, total: number) =>
    client.log("info", `${what}: ${found} of ${total} devices were found; the list is read again, since it changed meanwhile.`);
