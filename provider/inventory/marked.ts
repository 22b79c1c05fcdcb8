import { graphql } from "../../api/generated";
import { accountIn, type About, type Client, userIn } from "../client";
import { type MarkedAs, markName, marksIn, webhookMarkName, webhookMarksIn } from "./marks";
import { allDevices, type AskForPage } from "./pages";
import type { PageSize } from "./page-size";

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
  const { id, email, attributes } = userIn(await client.graphql(ReadUserMarks, {}, about), client, about);
  for (const [token, as] of webhookMarksIn(attributes))
    yield { attribute: webhookMarkName(token), token, as, type: "Webhook", id, name: email };
  const ask: AskForPage<MarkedDevice> = async (variables) =>
    accountIn(await client.graphql(ListMarks, variables, about), client, about).devices;
  for await (const device of allDevices(client, size, ask, about)) {
    yield* marksOf("Device", device);
    for (const service of device.services) yield* marksOf("Service", service);
  }
}

interface Bearer {
  id: string;
  name: string | null;
  attributes: Record<string, unknown>;
}

type MarkedDevice = Bearer & { services: readonly Bearer[] };

function marksOf(type: "Device" | "Service", { id, name, attributes }: Bearer): Marked[] {
  return [...marksIn(attributes)].map(([token, as]) => ({ attribute: markName(token), token, as, type, id, name }));
}
