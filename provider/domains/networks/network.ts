import { z } from "zod";
import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import { field } from "../../core/field";
import type { Obstacle } from "../../core/obstacle";
import { isUnknown } from "../../core/unknown";
import { noMarks, type Observed } from "../../inventory";
import { confirmGone, type Context, createOnce, defineResource } from "../../lifecycle";
import { adopted, refused, refusalOf } from "../shared/answers";
import { called } from "../shared/called";
import { hiddenBy } from "../shared/permissions";
import { flag } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { sameTags, setTags, tagHints, tagList } from "../tags/device-tags";
import { networkCalls } from "./calls";
import { refuseWhileInUse } from "./contents";
import { networkName } from "./fields";
import { freshIn, namesOthersNetwork, networkNeed } from "./own-network";
import { namesakes, networkCollection, networkPlace, type NetworkRecord } from "./overview";

const thing = (id: string) => ({ type: "Network", id });

const tagsOf = ({ tags }: NetworkRecord): string[] => tags.map(({ name }) => name);

export const network = defineResource({
  type: "Network",
  describe:
    "A network of a remote.it account: a named group of services, of any devices, that others can be let into. Its connections and shares are resources of their own, NetworkConnection and NetworkShare, so that several programs can each manage a part of one network. Networks that others share with the account are never managed.",
  inputs: {
    name: field(
      networkName(),
      "Name of the network, 2 to 100 characters. Several may have the same: a new resource takes over the one network that is called so, unless another resource of the program has it.",
    ),
    tags: field(
      tagList().optional(),
      "All tags of the network, as a set: tags that are not listed are removed. If left out, tags are not managed; `[]` removes them all. Case is ignored, so `prod` counts as a declared `Prod` and keeps its spelling, unless the account distinguishes the two. Changing tags needs the ADMIN permission.",
      { same: sameTags, parts: "elements", names: "Tag" },
    ),
    forceDestroy: field(
      flag().optional(),
      "Whether the network may be deleted while there are connections or shares in it, which end with it. Default: false, which fails with an error that names them.",
      { local: true },
    ),
  },
  outputs: { accountId: field(z.string(), "Id of the account that holds the network.") },

  collection: networkCollection,
  isRepeatable: true,
  needs: {
    create: { permission: "MANAGE", on: "account" },
    update: networkNeed,
    delete: networkNeed,
  },
  permissionsOn: ({ permissions }) => permissions,
  async there({ context, reading, about }, { name }) {
    const { accountId, item } = await reading.read(namesakes, String(name), about);
    const [found] = freeOf(context, String(name), { accountId, item });
    return { accountId, item: found };
  },
  called: ({ name }, id) => called(name, id),
  whyNotThere: namesOthersNetwork,
  adoption: {
    example: "new remoteit.Network(…, { name }) with the name that it has, if no other network has it",
    inputs: ({ inputs: { name, tags = [] } }) => ({ name, ...(tags.length > 0 && { tags }) }),
  },

  live: (item: NetworkRecord, accountId) => ({
    id: item.id,
    inputs: { name: item.name, tags: tagsOf(item) },
    outputs: { accountId },
    hints: tagHints(item),
    ...hiddenBy(item),
  }),

  async obstacles({ context, reading, about }, { declared: { name }, exists }) {
    if (exists || typeof name !== "string" || isUnknown(name)) return [];
    const [conflict] = ambiguous(freeOf(context, name, await reading.read(namesakes, name, about)));
    return conflict ? [{ property: "name", ...conflict }] : [];
  },

  create: (context, { name }, about) =>
    // Of two of one name, the one that looks for what a lost request made must not find what the other is about to be told of.
    context.mutex.run(`network ${name}`, async () => {
      const { id: accountId } = await context.client.account();
      const look = async () => freeOf(context, name, await freshIn(context, about)(namesakes, name));
      const there = await look();
      const [conflict] = ambiguous(there);
      if (conflict) throw new ConflictError({ ...about, ...conflict });
      const [found] = there;
      if (found) {
        context.ownership.take(thing(found.id), about);
        context.log("warning", adopted(`Network ${called(name, found.id)} is in the account already, and is adopted.`));
        return { id: found.id, accountId, origin: "adopted", item: found };
      }
      const item = await makeNetwork(context, { name, accountId, find: async () => (await look())[0] }, about);
      context.ownership.take(thing(item.id), about);
      return { id: item.id, accountId, origin: "made", item };
    }),

  setters: [
    {
      what: "Renaming network",
      properties: ["name"],
      async set({ client }, { item: { id } }, { name }, _look, about) {
        const renamed = await networkCalls(client, about).rename(id, name?.target as string);
        if (!renamed) throw refused(about, `The name "${String(name?.target)}" was not set.`);
      },
    },
    {
      what: "Tagging network",
      properties: ["tags"],
      needs: { permission: "ADMIN", on: "account", limit: "tagging", isLimitUnasked: true },
      set({ client }, { item }, { tags }, look, about) {
        const { addTags, removeTags } = networkCalls(client, about);
        const tagging = {
          borne: tagsOf(item),
          wanted: tags?.target as string[],
          look: async () => tagsOf(await look()),
          add: (names: string[]) => addTags(item.id, names),
          remove: (names: string[]) => removeTags(item.id, names),
        };
        return setTags(tagging, about);
      },
    },
  ],

  marking: userMarks(networkPlace),

  async destroy({ client }, { item, state }, look, about) {
    if (state["forceDestroy"] !== true) refuseWhileInUse(item, about);
    const calls = networkCalls(client, about);
    await confirmGone(() => calls.delete(item.id), look, refusalOf(about, "The network was not deleted."));
  },
});

/** Networks of exactly that name that no resource of the program has. */
const freeOf = (
  { ownership }: Context,
  name: string,
  { item }: Observed<{ name: string; networks: NetworkRecord[] }>,
): NetworkRecord[] => (item?.name === name ? item.networks.filter(({ id }) => !ownership.isOwned(thing(id))) : []);

/** Where several are called so, nobody knows which is meant. */
function ambiguous(there: readonly NetworkRecord[]): Obstacle[] {
  const [first, second] = there;
  if (!first || !second) return [];
  const ids = there.map(({ id }) => id).join(", ");
  return [
    {
      why: `The account has ${there.length} networks called "${first.name}" that no resource of this program manages: ${ids}.`,
      remedy: "Import the one that is meant by its id, with `pulumi import`, or give the resource another name.",
    },
  ];
}

interface Wanted {
  name: string;
  accountId: string;
  /** The network as a request whose answer was lost has made it. */
  find: () => Promise<NetworkRecord | undefined>;
}

/** Networks may have the same name, so that a second request would make a second one. */
function makeNetwork(context: Context, { name, accountId, find }: Wanted, about: RequestLabel): Promise<NetworkRecord> {
  const { create } = networkCalls(context.client, about);
  return createOnce(context, {
    make: async () => {
      const made = await create(name, accountId);
      if (!made) throw refused(about, "The network was not made.");
      return { ...made, marks: noMarks };
    },
    find,
  });
}
