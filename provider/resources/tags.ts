import { z } from "zod";
import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import type { Step } from "../core/settle";
import { accepted } from "./answers";

const AddTags = graphql(/* GraphQL */ `
  mutation addTags($ids: [String!]!, $names: [String!]!, $accountId: String) {
    addTag(serviceId: $ids, name: $names, accountId: $accountId)
  }
`);

const RemoveTags = graphql(/* GraphQL */ `
  mutation removeTags($ids: [String!]!, $names: [String!]!, $accountId: String) {
    removeTag(serviceId: $ids, name: $names, accountId: $accountId)
  }
`);

export const tagList = () =>
  z.array(
    z.string({ error: "must be a text" }).regex(/^\S{1,100}$/, {
      error: "must be 1 to 100 characters without white space: remote.it's tag names hold none",
    }),
    { error: "must be a list of tag names" },
  );

/** Tags are a set: neither order nor repetition means anything. */
export function sameTags(one: unknown, other: unknown): boolean {
  const [left, right] = [asSet(one), asSet(other)];
  return left.size === right.size && [...left].every((tag) => right.has(tag));
}

/** What makes the device bear exactly the wanted tags. Adding creates a tag that the account does not know yet. */
export function tagSteps(client: Client, id: string, live: string[], wanted: string[], about: About): Step[] {
  const { accountId } = client.settings;
  const missing = [...asSet(wanted)].filter((tag) => !live.includes(tag));
  const extra = live.filter((tag) => !wanted.includes(tag));
  const add = async () => {
    const { addTag } = await client.graphql(AddTags, { ids: [id], names: missing, accountId }, about);
    accepted(addTag, about, `The tags ${missing.join(", ")} were not added.`);
  };
  const remove = async () => {
    const { removeTag } = await client.graphql(RemoveTags, { ids: [id], names: extra, accountId }, about);
    accepted(removeTag, about, `The tags ${extra.join(", ")} were not removed.`);
  };
  return [...(missing.length > 0 ? [add] : []), ...(extra.length > 0 ? [remove] : [])].map((run) => ({
    properties: ["tags"],
    run,
  }));
}

function asSet(tags: unknown): Set<string> {
  return new Set(Array.isArray(tags) ? (tags as string[]) : []);
}
