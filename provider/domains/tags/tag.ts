import { z } from "zod";
import { field } from "../../core/field";
import { confirmGone, createOnce, defineResource } from "../../lifecycle";
import { accepted, adopted, refusalOf } from "../shared/answers";
import { flag, sameCaseless, wholeNumber } from "../shared/text";
import { userMarks } from "../shared/user-marks";
import { refuseWhileBorne } from "./bearers";
import { accountOf, findTag, liveTag, nameOf, noTagId, PERMISSION, tagCalls, tagCollection, tagId, tagPlace } from "./calls";
import { tagName } from "./device-tags";
import { renameTag } from "./rename";

const NAME =
  "Name of the tag, 1 to 100 characters without white space. Another one renames the tag in place, on everything that bears it. Case means nothing: `prod` is `Prod`, which keeps its spelling.";
const COLOR = "Color in remote.it's app, 1 to 13; 0 for none. Left out, a new tag has none.";
const MERGE =
  "Whether a rename to a name that the account has already merges the two tags: what bears this one then bears that one. Default: false, an error.";
const REMOVE =
  "Whether a tag that something bears may be deleted, which takes it off everything. Default: false, an error that names what bears it.";

export const tag = defineResource({
  type: "Tag",
  describe:
    "A tag of a remote.it account: a name and a color. Devices, networks, roles and products can bear it; which tags a device bears is its own property `tags`. The id is `accountId/name`: after a rename the next refresh brings the new one.",
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
    await confirmGone(() => calls.delete(name), look, refusalOf(about, "The tag was not deleted.", PERMISSION));
  },
});
