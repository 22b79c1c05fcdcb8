import { graphql } from "../../api/generated";
import type { ListDevicesQueryVariables } from "../../api/generated/graphql";
import { accountIn, type RequestLabel, type Client } from "../client";
import { boundHeap } from "../core/heap";
import { type RemoteitError, SchemaError } from "../core/errors";
import type { PageSize } from "./page-size";
import { accountToName, withOwnTags } from "./account-tags";
import { type DeviceRecord, listedRecord } from "./records";
import { type ListPage, type Fetch, type FetchLater, type Place, scan } from "./scan";

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
    $tags: Boolean! = true
    $attributes: Boolean! = true
    $notificationSettings: Boolean! = true
    $reach: Boolean! = true
    $facts: Boolean! = true
    $access: Boolean! = false
    $serviceAttributes: Boolean! = false
  ) {
    login {
      account(id: $accountId) {
        id
        email
        tags {
          name
          color
        }
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
            ...DeviceCore
            owner {
              email @include(if: $facts)
            }
            hardwareId @include(if: $facts)
            configurable @include(if: $facts)
            state @include(if: $facts)
            platform @include(if: $facts)
            created @include(if: $facts)
            attributes @include(if: $attributes)
            tags(accountId: $accountId) @include(if: $tags) {
              name
            }
            notificationSettings @include(if: $notificationSettings) {
              emailNotifications
              desktopNotifications
            }
            ...DeviceAccess @include(if: $access)
            services {
              ...ServiceCore
              host @include(if: $reach)
              port @include(if: $reach)
              enabled @include(if: $reach)
              created @include(if: $facts)
              attributes @include(if: $serviceAttributes)
              ...ServiceAccess @include(if: $access)
            }
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
export type DeviceFilter = Omit<ListDevicesQueryVariables, "accountId" | "size" | "from" | "after" | keyof Parts>;

/** What of each device and its services is asked for beside what every reader needs. */
type Parts = Record<"tags" | "attributes" | "notificationSettings" | "reach" | "facts" | "access" | "serviceAttributes", boolean>;

/**
 * Which properties of devices and services a reader compares: the others stay empty in its pages, and are not sent by
 * remote.it. Left out, all are read but who has access and attributes of services, which `Service.attributes` asks for. `facts` stands for what nobody declares, such as a device's state and platform,
 * `access` for with whom devices and services are shared.
 */
export type Compared = ReadonlySet<string>;

const partsOf = (compared: Compared | undefined, { hardwareId }: DeviceFilter): Parts | undefined =>
  compared && {
    tags: compared.has("tags"),
    attributes: compared.has("attributes"),
    notificationSettings: compared.has("notificationSettings"),
    reach: ["host", "port", "enabled"].some((name) => compared.has(name)),
    // Where the endpoint does not filter by it, its readers do.
    facts: typeof hardwareId === "string" || compared.has("facts"),
    access: compared.has("access"),
    serviceAttributes: compared.has("Service.attributes"),
  };

export interface Page {
  accountId: string;
  /** The account's e-mail address; absent where its user was deleted. */
  email?: string;
  /** How many devices the filter matches in all. */
  total: number;
  devices: DeviceRecord[];
  /** All tags of the account, with the first page alone. */
  tags?: readonly { name: string; color: number | null }[];
}

const HARDWARE_ID = "User.devices.hardwareId";

/** The account's devices, page by page, each device once. */
export async function* devicePages(
  client: Client,
  size: PageSize,
  filter: DeviceFilter,
  about: RequestLabel,
  compared?: Compared,
): AsyncGenerator<Page> {
  const { hardwareId, ...others } = filter;
  try {
    yield* pagesOf(client, size, filter, about, partsOf(compared, filter));
    return;
  } catch (error) {
    if (typeof hardwareId !== "string" || !(error instanceof SchemaError) || !client.lacks(HARDWARE_ID)) throw error;
  }
  // A filter that this endpoint does not have (2024 in api/schema.graphql): its devices are all looked at.
  let leftOut = 0;
  for await (const page of pagesOf(client, size, others, about, partsOf(compared, filter))) {
    const devices = page.devices.filter((device) => device.hardwareId === hardwareId);
    leftOut += page.devices.length - devices.length;
    yield { ...page, total: page.total - leftOut, devices };
  }
}

async function* pagesOf(
  client: Client,
  size: PageSize,
  filter: DeviceFilter,
  about: RequestLabel,
  parts: Parts | undefined,
): AsyncGenerator<Page> {
  let account: Pick<Page, "accountId" | "email"> = { accountId: "" };
  let tags: Page["tags"];
  const later: FetchLater<DeviceRecord> = async ({ size: sizeOf, ...place }) => {
    const ask = (accountId: string | undefined) => {
      const variables = (failed?: RemoteitError) => ({ ...filter, ...parts, ...place, accountId, size: sizeOf(failed) });
      return client.later(ListDevices, variables, about);
    };
    const asked = accountToName(client);
    const read = await ask(asked);
    return async () => {
      // Which account is to be named may have become known while this waited.
      const answered = async (accountId: string | undefined) =>
        accountIn(await (accountId === asked ? read() : (await ask(accountId))()), client, about);
      const { answer, devices } = await withOwnTags(client, answered, ({ devices: page }) => page.items.map(listedRecord));
      account = { accountId: answer.id, ...(answer.email !== null && { email: answer.email }) };
      tags ??= answer.tags;
      return { ...answer.devices, items: devices };
    };
  };
  let isFirst = true;
  for await (const { total, items } of scanDevices(client, size, later, about)) {
    yield { ...account, total, devices: items, ...(isFirst && tags && { tags }) };
    isFirst = false;
  }
}

/** The ids of all devices of the account, in lower case. */
export async function deviceIds(client: Client, size: PageSize, about: RequestLabel): Promise<Set<string>> {
  const ids = new Set<string>();
  const ask: AskForPage<{ id: string }> = async (variables) => {
    const read = await client.later(ListDeviceIds, variables, about);
    return async () => accountIn(await read(), client, about).devices;
  };
  for await (const { id } of allDevices(client, size, ask, about)) ids.add(id.toLowerCase());
  return ids;
}

type PageVariables = Place & { accountId: string | undefined; size: number };

/** Asks for one page of the account's devices, by a document of its own. */
export type AskForPage<T> = (variables: (failed?: RemoteitError) => PageVariables) => Promise<() => Promise<ListPage<T>>>;

/** All devices of the account, as far as a document asks of them. */
export async function* allDevices<T extends { id: string }>(
  client: Client,
  size: PageSize,
  ask: AskForPage<T>,
  about: RequestLabel,
): AsyncGenerator<T, void, undefined> {
  const { accountId } = client.settings;
  const later: FetchLater<T> = ({ size: sizeOf, ...place }) => ask((failed) => ({ ...place, accountId, size: sizeOf(failed) }));
  for await (const { items } of scanDevices(client, size, later, about)) yield* items;
}

/** Scans the list of devices, and tells the user where some of them were not found. */
async function* scanDevices<T extends { id: string }>(
  client: Client,
  size: PageSize,
  later: FetchLater<T>,
  about: RequestLabel,
): AsyncGenerator<ListPage<T>, void, undefined> {
  const fetch: Fetch<T> = async (position) => (await later(position))();
  const pages = scan(fetch, {
    about,
    size,
    later,
    isShort: (found, total, isReadAgain) => {
      const says = `${about.what}: ${found} of ${total} devices were found`;
      if (isReadAgain) client.log("info", `${says}; the list is read again, since it changed meanwhile.`);
      else client.log("warning", `${says}, however often the list was read: the others may be hidden from this access key.`);
    },
  });
  const unbound = boundHeap();
  try {
    yield* pages;
  } finally {
    unbound();
  }
}
