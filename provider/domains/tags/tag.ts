import { z } from "zod";
import { field } from "../../core/field";
import { confirmGone, createOnce, defineResource } from "../../lifecycle";
import { accepted, adopted, refusalOf } from "../shared/answers";
import { flag, sameCaseless, wholeNumber } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { refuseWhileBorne } from "./bearers";
import { accountOf, findTag, liveTag, nameOf, noTagId, tagCalls, tagCollection, tagId, tagPlace } from "./calls";
import { tagName } from "./device-tags";
import { renameTag } from "./rename";

const NAME =
  "Name of the tag, 1 to 100 characters without white space. Changing it renames the tag in place, on everything that has it. Case is ignored: `prod` is the same tag as `Prod`, which keeps its spelling.";
const COLOR = "Color in remote.it's app, 1 to 13; 0 for none. Default for a new tag: none.";
const MERGE =
  "Whether renaming it to a tag that the account already has merges the two: everything that has this tag then has the other. Default: false, which fails with an error.";
const REMOVE =
  "Whether the tag may be deleted while it is in use, which removes it from everything. Default: false, which fails with an error that names what has the tag.";

export const tag = defineResource({
  type: "Tag",
  describe:
    "A tag of a remote.it account: a name and a color. Devices, networks, roles and products can have it; the tags of a device are set by its own property `tags`. The id is `accountId/name`; after a rename, the next refresh updates it.",
  inputs: {
    name: field(tagName(), NAME, { same: sameCaseless }),
    color: field(wholeNumber(0, 13, "the color").optional(), COLOR, { same: (one, other) => (one ?? 0) === (other ?? 0) }),
    merge: field(flag().optional(), MERGE, { local: true }),
    removeFromAll: field(flag().optional(), REMOVE, { local: true }),
  },
  outputs: { accountId: field(z.string(), "Id of the account whose tag it is.") },

  collection: tagCollection,
  isIncidental: true,
  identity: (id, { name }) => (typeof name === "string" ? tagId.format({ accountId: accountOf(id), name }) : id),
  called: ({ name }, id) => `"${typeof name === "string" ? name : nameOf(id)}"`,
  obstacles: "none",
  needs: { permission: "ADMIN", on: "account", limit: "tagging" },
  there: async ({ context: { client }, reading, about }, { name }) => {
    const { id: accountId } = await client.account();
    return reading.read(tagCollection, tagId.format({ accountId, name: name as string }), about);
  },
  whyNotThere: noTagId,
  adoption: {
    example: "new remoteit.Tag(…, { name })",
    inputs: ({ inputs: { name, color } }) => ({ name, ...(color && { color }) }),
  },
  live: liveTag,
  inPage: ({ accountId, tags = [] }) => tags.map((one) => liveTag(one, accountId)),

  async create(context, { name, color }, about) {
    const { id: accountId } = await context.client.account();
    const id = tagId.format({ accountId, name });
    context.ownership.take({ type: "Tag", id }, about);
    const find = () => findTag(context, accountId, name, about);
    const item = await find();
    if (item) {
      context.log("warning", adopted(`Tag ${about.subject} is in the account already, and is adopted.`));
      return { id, accountId, origin: "adopted", item };
    }
    const { set } = tagCalls(context.client, accountId, about);
    await createOnce<unknown>(context, { make: async () => accepted(await set(name, color), about, "It was not made."), find });
    return { id, accountId, origin: "made" };
  },

  setters: [
    {
      what: "Changing tag",
      properties: ["name", "color"],
      async set(context, { item: { name: from }, accountId, declared: { merge } }, { name, color }, _look, about) {
        const renaming = { accountId, from, to: name?.target as string, merge: merge === true };
        const now = name ? await renameTag(context, renaming, about) : from;
        const { set } = tagCalls(context.client, accountId, about);
        if (color) accepted(await set(now, color.target as number), about, "The color was not set.");
      },
    },
  ],

  marking: userMarks((id) => tagPlace(nameOf(id))),

  async destroy({ client }, { id, item: { name }, state }, look, about) {
    if (state["removeFromAll"] !== true) await refuseWhileBorne(client, name, about);
    const calls = tagCalls(client, accountOf(id), about);
    await confirmGone(() => calls.delete(name), look, refusalOf(about, "The tag was not deleted."));
  },
});
