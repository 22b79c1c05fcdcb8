import { graphql } from "../../api/generated";
import { accountIn, type About, type Client, userIn } from "../client";
import type { RemoteitError } from "../core/errors";
import { type MarkedAs, markName, marksIn } from "./marks";
import type { PageSize } from "./page-size";
import { type Fetch, scan } from "./scan";

const ListMarks = graphql(/* GraphQL */ `
  query listMarks($accountId: String, $size: Int, $from: Int, $after: ID) {
    login {
      account(id: $accountId) {
        id
        devices(size: $size, from: $from, after: $after, sort: "created") {
          total
          hasMore
          last
          items {
            id
            name
            attributes
            services {
              id
              name
              attributes
            }
          }
        }
      }
    }
  }
`);

const ReadUserMarks = graphql(/* GraphQL */ `
  query getUserMarks {
    login {
      id
      email
      attributes
    }
  }
`);

/** What comes before the token in a mark of the webhook, which stands among the attributes of the account's user. */
export const WEBHOOK_MARK = "webhook/";

/** A mark, and what bears it. */
export interface Marked {
  /** Name of the attribute that is the mark. */
  attribute: string;
  /** What the resource that left it keeps as its output `mark`. */
  token: string;
  as: MarkedAs;
  type: "Device" | "Service" | "Webhook";
  id: string;
  /** Of a webhook the user's e-mail address. */
  name: string | null;
}

/** Every mark in the account: of its devices, of their services, and of the webhook of the key's own account. */
export async function* markedThings(client: Client, size: PageSize, about: About): AsyncGenerator<Marked, void, undefined> {
  const user = userIn(await client.graphql(ReadUserMarks, {}, about), client, about);
  yield* marksOf("Webhook", { ...user, name: user.email }).filter(({ attribute }) => attribute.includes(WEBHOOK_MARK));
  const { accountId } = client.settings;
  const fetch: Fetch<MarkedDevice> = async ({ size: sizeOf, ...place }) => {
    const variables = (failed?: RemoteitError) => ({ ...place, accountId, size: sizeOf(failed) });
    return accountIn(await client.graphql(ListMarks, variables, about), client, about).devices;
  };
  for await (const { items } of scan(fetch, { about, size })) {
    for (const device of items) {
      yield* marksOf("Device", device);
      for (const service of device.services) yield* marksOf("Service", service);
    }
  }
}

interface Bearer {
  id: string;
  name: string | null;
  attributes: Record<string, unknown>;
}

type MarkedDevice = Bearer & { services: readonly Bearer[] };

function marksOf(type: Marked["type"], { id, name, attributes }: Bearer): Marked[] {
  return [...marksIn(attributes)].map(([mark, as]) => ({
    attribute: markName(mark),
    token: type === "Webhook" ? mark.slice(WEBHOOK_MARK.length) : mark,
    as,
    type,
    id,
    name,
  }));
}
