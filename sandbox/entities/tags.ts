import { defineEntity, type Context } from "../entity";
import { devicesFor } from "../find";
import type { Account } from "../accounts";
import { mustBeInPlan } from "../limits";
import { rolesOf } from "../organization";
import { accountFor, accountToChange } from "../permissions";
import type { Store } from "../store";
import { findTag, makeTag, mustBeTag, putTag, tagKey, tagsOf, tagsOn } from "../tagging";
import { ownerOf } from "./devices/rows";

export default defineEntity({
  fields: {
    User: { tags: (account) => [...tagsOf(account).values()] },
    Organization: { tags: (account) => [...tagsOf(account).values()] },
    Device: {
      tags: ({ account, device }, { accountId }: { accountId?: string | null }, context) => {
        const isOwn = context.store.world["tags-without-account"] === "own";
        const usual = isOwn ? context.account : ownerOf(context.store, device, account);
        return tagsOn(accountId ? accountFor(context, accountId) : usual, device);
      },
    },
    Service: { tags: [] },
  },
  mutations: {
    setTag: changeOfTags((store, account, { tag }: { tag: { name: string; color?: number | null }[] }) => {
      mustBeInPlan(store, account, "tagging");
      for (const { name, color } of tag) mustBeTag(name, color);
      for (const { name, color } of tag) makeTag(store, account, name, color);
      return true;
    }),
    /** To another case of itself, or to a name that is free: one that is taken is mergeTag's concern (api/README.md, A). */
    renameTag: changeOfTags((store, account, { from, to }: { from: string; to: string }) => {
      mustBeInPlan(store, account, "tagging");
      mustBeTag(to);
      const [tag, other] = [findTag(store, account, from), findTag(store, account, to)];
      if (!tag || (other && other !== tag)) return false;
      tagsOf(account).delete(tagKey(store, from));
      tagsOf(account).set(tagKey(store, to), Object.assign(tag, { name: to }));
      renameInRoles(store, account, from, to);
      return true;
    }),
    mergeTag: changeOfTags((store, account, { from, to }: { from: string; to: string }) => {
      mustBeInPlan(store, account, "tagging");
      const [tag, other] = [findTag(store, account, from), findTag(store, account, to)];
      if (!tag || !other || other === tag) return false;
      for (const bearer of tag.bearers) other.bearers.add(bearer);
      renameInRoles(store, account, from, to);
      return tagsOf(account).delete(tagKey(store, from));
    }),
    /** All of them or none. */
    deleteTag: changeOfTags((store, account, { name }: { name: string[] }) => {
      if (!name.every((one) => findTag(store, account, one))) return false;
      for (const one of name) {
        tagsOf(account).delete(tagKey(store, one));
        renameInRoles(store, account, one);
      }
      return true;
    }),
    addTag: changeOfTags((store, account, { serviceId, name }: { serviceId: string[]; name: string[] }, context) => {
      const devices = devicesFor(context, account, serviceId, "ADMIN");
      mustBeInPlan(store, account, "tagging");
      for (const tag of name) mustBeTag(tag);
      for (const device of devices ?? []) for (const tag of name) putTag(store, account, device, tag);
      return devices !== undefined;
    }),
    removeTag: changeOfTags((store, account, { serviceId, name }: { serviceId: string[]; name: string[] }, context) => {
      const devices = devicesFor(context, account, serviceId, "ADMIN");
      for (const tag of name) for (const device of devices ?? []) findTag(store, account, tag)?.bearers.delete(device);
      return devices !== undefined;
    }),
  },
});

/** A mutation of an account's tags (ADMIN: api/README.md, A). What it answers where it was carried out is a world's answer. */
function changeOfTags<A>(carryOut: (store: Store, account: Account, args: A, context: Context) => boolean) {
  return (args: A & { accountId?: string | null }, context: Context): boolean | null => {
    const isDone = carryOut(context.store, accountToChange(context, args.accountId, "ADMIN"), args, context);
    return isDone && context.store.world["tag-answer"] === "null" ? null : isDone;
  };
}

/** What becomes of a tag becomes of it in the filters of roles (api/README.md, C). @param to - Left out, it is gone. */
function renameInRoles(store: Store, account: Account, from: string, to?: string): void {
  for (const { filter } of rolesOf(account)) {
    if (!filter) continue;
    const values = filter.values.flatMap((name) => (tagKey(store, name) === tagKey(store, from) ? (to ?? []) : name));
    filter.values = [...new Set(values)];
  }
}
