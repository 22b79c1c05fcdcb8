import { graphql } from "../../api/generated";
import { once } from "./once";
import type { Graphql } from "./graphql";

const Mutations = graphql(/* GraphQL */ `
  query offeredMutations {
    __schema {
      mutationType {
        fields {
          name
        }
      }
    }
  }
`);

/** Whether the endpoint's own schema has a mutation. Asked of the endpoint once, when it is first wanted. */
export function createOffers(graphql: Graphql): (mutation: string) => Promise<boolean> {
  const offered = once(async () => {
    const { __schema } = await graphql(Mutations, {}, { what: "Ask which mutations remote.it offers" });
    return new Set(__schema.mutationType?.fields?.map(({ name }) => name));
  });
  return async (mutation) => (await offered()).has(mutation);
}
