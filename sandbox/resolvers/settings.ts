import { GraphQLError } from "graphql";
import type { Account } from "../world";
import { thingOf } from "./devices";
import { accountFor, deviceOf, mustManage, type Context, type Resolver } from "./support";

type Attributes = Record<string, unknown>;

/** Merges at every depth; null removes. */
export function mergeAttributes(target: Attributes, changes: Attributes): Attributes {
  const result = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    const old = result[key];
    if (value === null) Reflect.deleteProperty(result, key);
    else result[key] = isMap(value) ? mergeAttributes(isMap(old) ? old : {}, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withAttributes(context: Context, serviceId: string | null | undefined): { attributes: Attributes } {
  if (!serviceId) return context.account;
  const found = thingOf(context, serviceId);
  if (!found) throw new GraphQLError(`Service ${serviceId} not found.`);
  mustManage(found.device);
  return found.service ?? found.device;
}

const setAttributes: Resolver<{ attributes: Attributes; serviceId?: string | null }> = (_source, args, context) => {
  const owner = withAttributes(context, args.serviceId);
  owner.attributes = mergeAttributes(owner.attributes, args.attributes);
  return owner.attributes;
};

interface SetAttribute {
  name: string;
  value?: string | null;
  serviceId?: string | null;
}

const setAttribute: Resolver<SetAttribute> = (_source, { name, value, serviceId }, context) => {
  const owner = withAttributes(context, serviceId);
  owner.attributes = mergeAttributes(owner.attributes, { [name]: value ?? null });
  return value ?? null;
};

interface Tagging {
  serviceId: string[];
  name: string[];
  accountId?: string | null;
}

const addTag: Resolver<Tagging> = (_source, { serviceId, name, accountId }, context) => {
  const account = accountFor(context, accountId);
  const devices = serviceId.map((id) => deviceOf(context, id)?.device);
  if (devices.includes(undefined)) return false;
  for (const tag of name) makeTag(account, tag, 1);
  for (const device of devices) for (const tag of name) device?.tags.add(tag);
  return true;
};

const removeTag: Resolver<Tagging> = (_source, { serviceId, name }, context) => {
  const devices = serviceId.map((id) => deviceOf(context, id)?.device);
  if (devices.includes(undefined)) return false;
  for (const device of devices) for (const tag of name) device?.tags.delete(tag);
  return true;
};

function makeTag(account: Account, name: string, color: number): void {
  if (!/^\S+$/.test(name)) throw new GraphQLError("Invalid tag: a name holds no white space.");
  if (!account.tags.has(name)) account.tags.set(name, { name, color, created: new Date().toISOString() });
}

interface SetTag {
  tag: { name: string; color?: number | null }[];
  accountId?: string | null;
}

const setTag: Resolver<SetTag> = (_source, { tag, accountId }, context) => {
  const account = accountFor(context, accountId);
  for (const { name, color } of tag) {
    makeTag(account, name, color ?? 1);
    const known = account.tags.get(name);
    if (known && color) known.color = color;
  }
  return true;
};

interface TagChange {
  from: string;
  to: string;
  accountId?: string | null;
}

/** Renaming onto a tag that is there merges the two. */
const renameTag: Resolver<TagChange> = (_source, { from, to, accountId }, context) => {
  const account = accountFor(context, accountId);
  if (!account.tags.delete(from)) return false;
  makeTag(account, to, 1);
  for (const device of account.devices.values()) if (device.tags.delete(from)) device.tags.add(to);
  return true;
};

const deleteTag: Resolver<{ name: string[]; accountId?: string | null }> = (_source, { name, accountId }, context) => {
  const account = accountFor(context, accountId);
  const known = name.every((tag) => account.tags.delete(tag));
  for (const device of account.devices.values()) for (const tag of name) device.tags.delete(tag);
  return known;
};

interface Notifications {
  serviceId?: string | null;
  emailNotifications?: boolean | null;
  desktopNotifications?: boolean | null;
  urlNotifications?: boolean | null;
  notificationUrl?: string | null;
}

const setNotificationSettings: Resolver<Notifications> = (_source, args, context) => {
  if (args.serviceId) return setForDevice(context, args.serviceId, args);
  const { notifications } = context.account;
  if (args.notificationUrl && !isCallable(args.notificationUrl)) return false;
  if (args.notificationUrl !== undefined) notifications.address = args.notificationUrl || null;
  notifications.url = args.urlNotifications ?? notifications.url;
  notifications.email = args.emailNotifications ?? notifications.email;
  notifications.desktop = args.desktopNotifications ?? notifications.desktop;
  return true;
};

function setForDevice(context: Context, id: string, args: Notifications): boolean {
  const device = deviceOf(context, id)?.device;
  if (!device || typeof args.urlNotifications === "boolean" || args.notificationUrl) return false;
  device.emailNotifications = args.emailNotifications ?? device.emailNotifications;
  device.desktopNotifications = args.desktopNotifications ?? device.desktopNotifications;
  return true;
}

/** The real one calls public HTTPS only; here an address on this machine is let pass, so that deliveries can be tried. */
function isCallable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname));
}

export const settingMutations = {
  setAttributes,
  setAttribute,
  addTag,
  removeTag,
  setTag,
  renameTag,
  mergeTag: renameTag,
  deleteTag,
  setNotificationSettings,
};
