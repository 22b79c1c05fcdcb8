import { accountIn } from "../../provider/client";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, type Found, probe } from "../probe";
import { isRefusal } from "../refusal";
import { NAME } from "../name";
import type { Send, Trial } from "../trial";
import { isTrialName } from "../trial-device";
import { perTrial } from "../per-trial";

/** The same name in another case. */
const OTHER_CASE = "Pulumi-Remoteit-Conformance";

const AddTag = graphql(/* GraphQL */ `
  mutation conformanceAddTag($ids: [String!]!, $names: [String!]!, $accountId: String) {
    addTag(serviceId: $ids, name: $names, accountId: $accountId)
  }
`);

const RemoveTag = graphql(/* GraphQL */ `
  mutation conformanceRemoveTag($ids: [String!]!, $names: [String!]!, $accountId: String) {
    removeTag(serviceId: $ids, name: $names, accountId: $accountId)
  }
`);

const DeleteTag = graphql(/* GraphQL */ `
  mutation conformanceDeleteTag($names: [String!]!, $accountId: String) {
    deleteTag(name: $names, accountId: $accountId)
  }
`);

const ReadTags = graphql(/* GraphQL */ `
  query conformanceTags($accountId: String, $ownId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        tags {
          name
        }
        device(id: $ids) {
          tags {
            name
          }
          own: tags(accountId: $ownId) {
            name
          }
          owners: tags(accountId: $accountId) {
            name
          }
        }
      }
    }
  }
`);

interface Tags {
  /** Of the account. */
  all: string[];
  /** Of the devices: without naming an account, the key's own, those of the account that is asked. */
  devices: { unnamed: string[]; own: string[]; owners: string[] }[];
}

async function readTags({ client }: Asking, ids: string[], send: Send = client.graphql): Promise<Tags> {
  const about = { what: "Reading tags" };
  const { id: accountId, ownId } = await client.account();
  const { tags, device } = accountIn(await send(ReadTags, { accountId, ownId, ids }, about), client, about);
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  return {
    all: names(tags),
    devices: (device ?? []).map((one) => ({ unnamed: names(one.tags), own: names(one.own), owners: names(one.owners) })),
  };
}

interface Tagging {
  /** What addTag answered. */
  answer: boolean | null;
  /** What the device bore afterwards. */
  found: Tags;
}

/** Tags the device twice, in two cases. */
const tagTrial = perTrial(async (asking, trial): Promise<Tagging> => {
  const { accountId } = asking.settings;
  const ids = [trial.device.id];
  const about = { what: "Tagging the trials' device" };
  trial.changes({
    what: `the tag ${NAME}, in one case or two, of the account and of the device`,
    byHand: `Delete it among the account's tags in https://app.remote.it.`,
    isPutBack: async (send) => ours(await readTags(asking, ids, send)).length === 0,
    putBack: async (send) => {
      const names = ours(await readTags(asking, ids, send));
      await send(RemoveTag, { ids, names, accountId }, about);
      // One by one: whether both are there depends on the answer that was looked for.
      for (const name of names) await send(DeleteTag, { names: [name], accountId }, about);
    },
  });
  const { addTag: answer } = await trial.send(AddTag, { ids, names: [NAME], accountId }, about);
  await trial.send(AddTag, { ids, names: [OTHER_CASE], accountId }, about);
  return { answer, found: await readTags(asking, ids, trial.send) };
});

const ours = ({ all, devices }: Tags): string[] => [
  ...new Set([...all, ...devices.flatMap(({ unnamed, own, owners }) => [...unnamed, ...own, ...owners])].filter(isTrialName)),
];

/** What remote.it's refusal of a trial leaves unknown. */
const refusedTagging = { unknown: "remote.it refused to tag the device, which takes the permission ADMIN" };

async function fromTrial<A extends string>(
  asking: Asking,
  trial: Trial | undefined,
  judge: (tagging: Tagging) => Found<A>,
): Promise<Found<A>> {
  if (!trial) return { needs: "write" };
  try {
    return judge(await tagTrial(asking, trial));
  } catch (error) {
    if (isRefusal(error)) return refusedTagging;
    throw error;
  }
}

const tags = probe("tags", {
  otherwise: {
    "case-insensitive":
      "Nothing: case counts only where the account is seen to hold two tags that differ by nothing else. Write each tag in one case.",
  },
  evidence: "unknown; the app compares them without case (A)",
  leansOn: ["provider/domains/tags/device-tags.ts"],
  way: "reading or writing",
  ask: async (asking) => {
    const { tags: all } = await asking.sample();
    if (new Set(all.map((name) => name.toLowerCase())).size < new Set(all).size) return { answer: "case-sensitive" };
    return fromTrial(asking, asking.trial, ({ found }) => {
      const borne = new Set(found.devices.flatMap(({ owners }) => owners));
      if (!borne.has(NAME) && !borne.has(OTHER_CASE)) return { unknown: "the device did not bear the tag afterwards" };
      return { answer: borne.has(NAME) && borne.has(OTHER_CASE) ? "case-sensitive" : "case-insensitive" };
    });
  },
});

const tagAnswer = probe("tag-answer", {
  otherwise: { null: "Nothing: the device then has to show what it bears." },
  evidence: "A (the type is a nullable Boolean)",
  leansOn: ["provider/domains/tags/device-tags.ts"],
  way: "writing",
  ask: (asking) =>
    fromTrial(asking, asking.trial, ({ answer }) => {
      if (answer === false) return { unknown: "remote.it answered false, a refusal" };
      return { answer: answer === null ? "null" : "true" };
    }),
});

const ofDevices = fact({
  name: "tags-of-devices",
  question: "Does addTag take the id of a device as its `serviceId`, and make a tag that is not there?",
  assumed: ["tagged", "yes"],
  others: [["untagged", "no", "Tags of a Device are not set: leave `tags` out."]],
  evidence: "A, C",
  leansOn: ["provider/domains/tags/device-tags.ts"],
  way: "writing",
  ask: (asking) =>
    fromTrial(asking, asking.trial, ({ found }) => ({
      answer: found.devices.some(({ owners }) => owners.some(isTrialName)) ? "tagged" : "untagged",
    })),
});

const tagNames = fact({
  name: "tag-names",
  question: "Which names may a tag have?",
  assumed: ["plain", "1 to 100 characters without white space"],
  evidence: "A (white space is taken out); the length is inferred",
  leansOn: ["provider/domains/tags/device-tags.ts"],
  way: "elsewhere",
  notAsked: "only names that are taken after all would tell",
});

const permission = fact({
  name: "tags-permission",
  question: "What does it take to put tags on and take them off?",
  assumed: ["admin", "the permission ADMIN in the account, which does not bring MANAGE"],
  evidence: "A",
  leansOn: ["provider/domains/tags/device-tags.ts", "provider/domains/account/access.ts"],
  way: "elsewhere",
  notAsked: "it would take an access key without it",
});

const whose = probe("tags-without-account", {
  otherwise: { own: "Nothing: tags are read with the id of the account that they belong to." },
  evidence: "unknown",
  leansOn: ["provider/inventory/account-tags.ts"],
  way: "reading or writing",
  ask: async (asking) => {
    const { id, ownId } = await asking.client.account();
    if (id === ownId)
      return { unknown: "the key's own account was asked, where both are the same: set remoteit:accountId to another" };
    const ids = (await asking.sample()).devices.map((device) => device.id);
    const answer = whoseOf(await readTags(asking, ids));
    if (answer !== undefined) return { answer };
    return fromTrial(asking, asking.trial, ({ found }) => {
      const told = whoseOf(found);
      return told === undefined ? { unknown: "the two accounts' tags are the same" } : { answer: told };
    });
  },
});

/** Whose tags are shown where no account is named: a device tells on which the two accounts' differ. */
function whoseOf({ devices }: Tags): "owner" | "own" | undefined {
  for (const { unnamed, own, owners } of devices.filter((device) => !same(device.own, device.owners))) {
    if (same(unnamed, owners)) return "owner";
    if (same(unnamed, own)) return "own";
  }
  return undefined;
}

const same = (one: string[], other: string[]) => [...one].sort().join("\n") === [...other].sort().join("\n");

export const tagProbes = [ofDevices, tagNames, permission, tags, tagAnswer, whose];
