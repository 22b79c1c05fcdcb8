import { graphql } from "../../../api/generated";
import { defineMutation } from "../../client";
import { type MarkPlace, type Marks, userMarkName } from "../../inventory";
import type { Marking } from "../../lifecycle";

const SetAccountAttributes = defineMutation(
  graphql(/* GraphQL */ `
    mutation setAccountAttributes($id: String, $attributes: Object!) {
      setAttributes(serviceId: $id, attributes: $attributes)
    }
  `),
  [],
);

/**
 * Marks of things that have no attributes: they stand among those of the account's user, and do not go with the thing.
 *
 * @param placeOf - Where those of the thing with this id stand.
 */
export function userMarks<T extends { marks: Marks }>(placeOf: (id: string) => MarkPlace): Marking<T> {
  return {
    outlive: true,
    of: ({ marks }) => marks,
    set: async ({ client }, id, token, as, about) => {
      // Left out, it is the key's own user (api/README.md, A).
      const user = client.settings.accountId === undefined ? {} : { id: client.settings.accountId };
      await client.graphql(SetAccountAttributes, { ...user, attributes: { [userMarkName(placeOf(id), token)]: as } }, about);
    },
  };
}
