import { GraphQLError } from "graphql";
import type { Account, Device } from "../model";
import { findDevice, makeTag } from "../things";
import { accountFor, mustBeTag, mustHave, type Resolver } from "./support";

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
  for (const tag of name) makeTag(context.store, account, tag);
  for (const device of devices) for (const tag of name) device.tags.add(tag);
  return true;
};

const removeTag: Resolver<Tagging> = (_source, { serviceId, name, accountId }, context) => {
  const devices = taggable(accountFor(context, accountId), serviceId);
  if (!devices) return false;
  for (const device of devices) for (const tag of name) device.tags.delete(tag);
  return true;
};

/** Devices of the account that the tags belong to; undefined where one of the ids is none. */
function taggable(account: Account, ids: string[]): Device[] | undefined {
  const devices = ids.flatMap((id) => findDevice(account, id) ?? []);
  for (const device of devices) mustHave(device, "MANAGE");
  return devices.length === ids.length ? devices : undefined;
}

interface SetTag {
  tag: { name: string; color?: number | null }[];
  accountId?: string | null;
}

const setTag: Resolver<SetTag> = (_source, { tag, accountId }, context) => {
  const account = accountFor(context, accountId);
  for (const { name, color } of tag) {
    mustBeTag(name);
    if (typeof color === "number" && (color < 1 || color > 13)) throw new GraphQLError("Invalid color: it must be from 1 to 13.");
  }
  for (const { name, color } of tag) {
    makeTag(context.store, account, name);
    const known = account.tags.get(name);
    if (known && typeof color === "number") known.color = color;
  }
  return true;
};

interface TagChange {
  from: string;
  to: string;
  accountId?: string | null;
}

/** A name that is taken is mergeTag's concern. */
const renameTag: Resolver<TagChange> = (_source, { from, to, accountId }, context) => {
  const account = accountFor(context, accountId);
  mustBeTag(to);
  const tag = account.tags.get(from);
  if (!tag || account.tags.has(to)) return false;
  account.tags.set(to, { ...tag, name: to });
  replaceTag(account, from, to);
  return true;
};

const mergeTag: Resolver<TagChange> = (_source, { from, to, accountId }, context) => {
  const account = accountFor(context, accountId);
  if (from === to || !account.tags.has(from) || !account.tags.has(to)) return false;
  replaceTag(account, from, to);
  return true;
};

function replaceTag(account: Account, from: string, to: string): void {
  account.tags.delete(from);
  for (const device of account.devices.values()) if (device.tags.delete(from)) device.tags.add(to);
}

/** All of them or none. */
const deleteTag: Resolver<{ name: string[]; accountId?: string | null }> = (_source, { name, accountId }, context) => {
  const account = accountFor(context, accountId);
  if (!name.every((tag) => account.tags.has(tag))) return false;
  for (const tag of name) account.tags.delete(tag);
  for (const device of account.devices.values()) for (const tag of name) device.tags.delete(tag);
  return true;
};

export const tagMutations = { addTag, removeTag, setTag, renameTag, mergeTag, deleteTag };
