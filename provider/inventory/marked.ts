import { graphql } from "../../api/generated";
import { accountIn, type RequestLabel, type Client, userIn } from "../client";
import { allUserMarks, type MarkedAs, markName, marksIn, type MarkPlace, userMarkName } from "./marks";
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
  query getUserMarks($accountId: String) {
    login {
      id
      email
      attributes
      account(id: $accountId) {
        id
        email
        attributes
      }
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
  /** Of the resource: `Device`. */
  type: string;
  id: string;
  /** Of a webhook the user's e-mail address. */
  name: string | null;
}

/** Every mark in the account: of its devices, of their services, and of what has no attributes of its own. */
export async function* markedThings(
  client: Client,
  size: PageSize,
  about: RequestLabel,
): AsyncGenerator<Marked, void, undefined> {
  const data = await client.graphql(ReadUserMarks, { accountId: client.settings.accountId }, about);
  const users = [userIn(data, client, about), accountIn(data, client, about)];
  for (const user of new Map(users.map((one) => [one.id, one])).values()) yield* marksAt(user);
  const ask: AskForPage<MarkedDevice> = async (variables) => {
    const read = await client.later(ListMarks, variables, about);
    return async () => accountIn(await read(), client, about).devices;
  };
  for await (const device of allDevices(client, size, ask, about)) {
    yield* marksOf("Device", device);
    for (const service of device.services) yield* marksOf("Service", service);
  }
}

/** Marks among the attributes of a user, of things that have none of their own. */
function marksAt({ id, email, attributes }: { id: string; email: string | null; attributes: Record<string, unknown> }): Marked[] {
  return allUserMarks(attributes).map(({ place, token, as }) => ({
    attribute: userMarkName(place, token),
    token,
    as,
    type: typeOf(place),
    id: idOf(place, id),
    name: place.name ?? email,
  }));
}

/** What has no id of its own is named after its account: its id begins with the account's. */
const NAMED_IN_ACCOUNT = ["tag", "member"];

const idOf = ({ kind, name }: MarkPlace, accountId: string): string => {
  if (name === undefined) return accountId;
  return NAMED_IN_ACCOUNT.includes(kind) ? `${accountId}/${name}` : name;
};

/** `network-connection` is of a NetworkConnection. */
const typeOf = ({ kind }: MarkPlace): string =>
  kind.replaceAll(/(?:^|-)([a-z])/g, (_part, letter: string) => letter.toUpperCase());

interface Bearer {
  id: string;
  name: string | null;
  attributes: Record<string, unknown>;
}

type MarkedDevice = Bearer & { services: readonly Bearer[] };

function marksOf(type: "Device" | "Service", { id, name, attributes }: Bearer): Marked[] {
  return [...marksIn(attributes)].map(([token, as]) => ({ attribute: markName(token), token, as, type, id, name }));
}
