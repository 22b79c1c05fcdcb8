import { accountIn, type ReadOnlyClient } from "../provider/client";
import { graphql } from "./generated";
import type { ConformanceSampleQuery } from "./generated/graphql";

const ReadSample = graphql(/* GraphQL */ `
  query conformanceSample($accountId: String) {
    login {
      account(id: $accountId) {
        tags {
          name
        }
        devices(size: 50, sort: "created") {
          items {
            id
            name
            state
            created
            services {
              id
            }
          }
        }
        second: devices(size: 1, from: 1, sort: "created") {
          items {
            id
          }
        }
      }
    }
  }
`);

type Account = NonNullable<NonNullable<ConformanceSampleQuery["login"]>["account"]>;

export interface Sample {
  /** Names of the account's tags. */
  tags: string[];
  /** The first ones by their creation. */
  devices: Account["devices"]["items"];
  /** The one that `from: 1` begins with. */
  second: string | undefined;
}

export async function readSample(client: ReadOnlyClient): Promise<Sample> {
  const about = { what: "Reading a few devices" };
  const variables = { accountId: client.settings.accountId };
  const { tags, devices, second } = accountIn(await client.graphql(ReadSample, variables, about), client, about);
  return {
    tags: tags.map(({ name }) => name),
    devices: devices.items,
    second: second.items[0]?.id,
  };
}
