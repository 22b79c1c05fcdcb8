import { graphql } from "../../../api/generated";
import { accountIn, type RequestLabel, type Client, defineMutation } from "../../client";
import { NotFoundError } from "../../core/errors";
import { compositeId } from "../../core/composite-id";
import type { Context } from "../../lifecycle";
import { deviceCollection, type ListCollection, type Marks, userMarksIn } from "../../inventory";
import { networkOverview } from "../networks/overview";

/** A tag of the account: a name that its devices, networks, roles and products can bear. */
export interface TagRecord {
  name: string;
  color: number | null;
  marks: Marks;
}

const ListTags = graphql(/* GraphQL */ `
  query listTags($accountId: String) {
    login {
      account(id: $accountId) {
        id
        attributes
        tags {
          name
          color
        }
      }
    }
  }
`);

/** An account's tags have their names alone: in any case (api/README.md, A). */
export const tagId = compositeId("accountId", "name");

/** The name in a tag's id. */
export const nameOf = (id = ""): string => tagId.parse(id)?.name ?? id;

/** The account in a tag's id. */
export const accountOf = (id: string): string => tagId.parse(id)?.accountId ?? "";

/** In the terms of the declaration. No color is color 0. */
export const liveTag = ({ name, color }: Pick<TagRecord, "name" | "color">, accountId: string) => ({
  id: tagId.format({ accountId, name }),
  inputs: { name, color: color ?? 0 },
  outputs: { accountId },
});

/** Where the marks of a tag stand, which has no attributes. */
export const tagPlace = (name: string) => ({ kind: "tag", name });

export const tagCollection: ListCollection<TagRecord> = {
  name: "tags",
  list: async (client, about) => {
    const data = await client.graphql(ListTags, { accountId: client.settings.accountId }, about);
    const { id: accountId, attributes, tags } = accountIn(data, client, about);
    return { accountId, items: tags.map((tag) => ({ ...tag, marks: userMarksIn(attributes, tagPlace(tag.name)) })) };
  },
  idOf: ({ name }, accountId) => tagId.format({ accountId, name }),
};

/** A tag of the account as it is now, by its name in any case. */
export const findTag = async ({ inventory }: Context, accountId: string, name: string, about: RequestLabel) =>
  (await inventory.of(tagCollection).fresh(tagId.format({ accountId, name }), about)).item;

/** Why what is to be a tag's id is none. @returns undefined where it may be one. */
export async function noTagId({ client }: Context, id: string, about: RequestLabel): Promise<NotFoundError | undefined> {
  if (tagId.parse(id)) return undefined;
  const { id: accountId } = await client.account();
  const why = `"${id}" is no id of a tag: that has the account before the name.`;
  return new NotFoundError({ ...about, why, remedy: `Write ${tagId.format({ accountId, name: id })}.` });
}

/** Makes the tags that the account does not know yet. */
export const AddTags = defineMutation(
  graphql(/* GraphQL */ `
    mutation addTags($ids: [String!]!, $names: [String!]!, $accountId: String) {
      addTag(serviceId: $ids, name: $names, accountId: $accountId)
    }
  `),
  [tagCollection],
  { mergeable: ({ ids }) => ids },
);

export const RemoveTags = defineMutation(
  graphql(/* GraphQL */ `
    mutation removeTags($ids: [String!]!, $names: [String!]!, $accountId: String) {
      removeTag(serviceId: $ids, name: $names, accountId: $accountId)
    }
  `),
  [],
  { mergeable: ({ ids }) => ids },
);

/**
 * Each answers true, false or null, as remote.it does.
 *
 * @param accountId - Whose tags they are: every account has its own on a device (api/README.md, A).
 */
export const deviceTagCalls = (client: Client, { id, accountId }: { id: string; accountId: string }, about: RequestLabel) => ({
  add: async (names: string[]) => (await client.graphql(AddTags, { ids: [id], names, accountId }, about)).addTag,
  remove: async (names: string[]) => (await client.graphql(RemoveTags, { ids: [id], names, accountId }, about)).removeTag,
});

const SetTag = defineMutation(
  graphql(/* GraphQL */ `
    mutation setTag($tags: [TagInput!]!, $accountId: String) {
      setTag(tag: $tags, accountId: $accountId)
    }
  `),
  [tagCollection],
);

const RenameTag = defineMutation(
  graphql(/* GraphQL */ `
    mutation renameTag($from: String!, $to: String!, $accountId: String) {
      renameTag(from: $from, to: $to, accountId: $accountId)
    }
  `),
  [tagCollection, deviceCollection, networkOverview],
);

const MergeTag = defineMutation(
  graphql(/* GraphQL */ `
    mutation mergeTag($from: String!, $to: String!, $accountId: String) {
      mergeTag(from: $from, to: $to, accountId: $accountId)
    }
  `),
  [tagCollection, deviceCollection, networkOverview],
);

const DeleteTag = defineMutation(
  graphql(/* GraphQL */ `
    mutation deleteTag($names: [String!]!, $accountId: String) {
      deleteTag(name: $names, accountId: $accountId)
    }
  `),
  [tagCollection, deviceCollection, networkOverview],
);

/** Each answers true, false or null, as remote.it does. `accountId` says whose tags they are. */
export const tagCalls = (client: Client, accountId: string, about: RequestLabel) => ({
  /** Makes it, or sets the color of one that is there. */
  set: async (name: string, color: number | undefined) =>
    (await client.graphql(SetTag, { accountId, tags: [{ name, ...(color !== undefined && { color }) }] }, about)).setTag,
  /** To a name that is free. */
  rename: async (from: string, to: string) => (await client.graphql(RenameTag, { accountId, from, to }, about)).renameTag,
  /** What bears the one bears the other from then on, and the one is gone. */
  merge: async (from: string, to: string) => (await client.graphql(MergeTag, { accountId, from, to }, about)).mergeTag,
  /** Takes it off everything that bears it. */
  delete: async (name: string) => (await client.graphql(DeleteTag, { accountId, names: [name] }, about)).deleteTag,
});
