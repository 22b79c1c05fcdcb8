import { GraphQLError } from "graphql";
import type { Account, Device } from "../model";
import { makeTag, putTag, tagKey, takeTag } from "../tags";
import { findDevice } from "../things";
import { accountFor, mustBeTag, mustHave, type Context, type Resolver } from "./support";

interface Tagging {
  serviceId: string[];
  name: string[];
  accountId?: string | null;
}

const addTag: Resolver<Tagging> = (_source, { serviceId, name, accountId }, context) => {
  const account = accountFor(context, accountId);
  const devices = taggable(account, serviceId);
  for (const tag of name) mustBeTag(tag);
  if (!devices) return false;
  for (const device of devices) for (const tag of name) putTag(context.store, account, device, tag);
  return done(context);
};

const removeTag: Resolver<Tagging> = (_source, { serviceId, name, accountId }, context) => {
  const account = accountFor(context, accountId);
  const devices = taggable(account, serviceId);
  if (!devices) return false;
  for (const device of devices) for (const tag of name) takeTag(context.store, account, device, tag);
  return done(context);
};

/** Devices of the account that the tags belong to; undefined where one of the ids is none. */
function taggable(account: Account, ids: string[]): Device[] | undefined {
  const devices = ids.flatMap((id) => findDevice(account, id) ?? []);
  // What counts is ADMIN of the account (api/README.md, A); as the sandbox has no roles, a device's own stands for it.
  for (const device of devices) mustHave(device, "ADMIN");
  return devices.length === ids.length ? devices : undefined;
}

/** What is answered where it was carried out. */
const done = ({ store }: Context): true | null => (store.world["tag-answer"] === "null" ? null : true);

interface SetTag {
  tag: { name: string; color?: number | null }[];
  accountId?: string | null;
}

const setTag: Resolver<SetTag> = (_source, { tag, accountId }, context) => {
  const { store } = context;
  const account = accountFor(context, accountId);
  for (const { name, color } of tag) {
    mustBeTag(name);
    if (typeof color === "number" && (color < 1 || color > 13)) throw new GraphQLError("Invalid color: it must be from 1 to 13.");
  }
  for (const { name, color } of tag) {
    makeTag(store, account, name);
    const known = account.tags.get(tagKey(store, name));
    if (known && typeof color === "number") known.color = color;
  }
  return done(context);
};

interface TagChange {
  from: string;
  to: string;
  accountId?: string | null;
}

/** To another case of itself, or to a name that is free: one that is taken is mergeTag's concern (api/README.md, A). */
const renameTag: Resolver<TagChange> = (_source, { from, to, accountId }, context) => {
  const account = accountFor(context, accountId);
  mustBeTag(to);
  const [old, key] = [tagKey(context.store, from), tagKey(context.store, to)];
  const tag = account.tags.get(old);
  if (!tag || (key !== old && account.tags.has(key))) return false;
  account.tags.set(key, { ...tag, name: to });
  replaceTag(account, old, key);
  return done(context);
};

const mergeTag: Resolver<TagChange> = (_source, { from, to, accountId }, context) => {
  const account = accountFor(context, accountId);
  const [old, key] = [tagKey(context.store, from), tagKey(context.store, to)];
  if (old === key || !account.tags.has(old) || !account.tags.has(key)) return false;
  replaceTag(account, old, key);
  return done(context);
};

function replaceTag(account: Account, old: string, key: string): void {
  if (old === key) return;
  account.tags.delete(old);
  for (const device of account.devices.values()) {
    const borne = device.tags.get(account.id);
    if (borne?.delete(old)) borne.add(key);
  }
}

/** All of them or none. */
const deleteTag: Resolver<{ name: string[]; accountId?: string | null }> = (_source, { name, accountId }, context) => {
  const { store } = context;
  const account = accountFor(context, accountId);
  if (!name.every((tag) => account.tags.has(tagKey(store, tag)))) return false;
  for (const tag of name) account.tags.delete(tagKey(store, tag));
  for (const device of account.devices.values()) for (const tag of name) takeTag(store, account, device, tag);
  return done(context);
};

export const tagMutations = { addTag, removeTag, setTag, renameTag, mergeTag, deleteTag };
