import { field } from "../../core/field";
import { defineGet, defineList } from "../../lifecycle";
import { tagId } from "./calls";
import { tagName } from "./device-tags";
import { tag } from "./tag";

export const getTag = defineGet(tag, {
  args: { name: field(tagName(), "Name of the tag. Case is ignored.") },
  id: ({ name }, accountId) => tagId.format({ accountId, name }),
});

export const getTags = defineList(tag, "tags");
