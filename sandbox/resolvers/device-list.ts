import { GraphQLError } from "graphql";
import type { Account, Device } from "../model";
import type { Store } from "../store";
import { tagKey, tagsOn } from "../tags";
import { page, type Page, type PageArgs } from "./pages";
import type { Context } from "./support";

export interface DevicesArgs extends PageArgs {
  sort?: string | null;
  state?: string | null;
  name?: string | null;
  hardwareId?: string | null;
  tag?: { operator: "ANY" | "ALL"; values: string[] } | null;
  owner?: boolean | null;
  application?: number[] | null;
  platform?: number[] | null;
}

export function listDevices(context: Context, account: Account, args: DevicesArgs): Page<Device> {
  const wanted = filters(context.store, account, args);
  const all = inOrder(account);
  const found = wanted.length === 0 ? all : all.filter((device) => wanted.every((filter) => filter(device)));
  return args.sort ? page(context, [...found].sort(order(args.sort)), args, false) : page(context, found, args);
}

export const stateOf = (device: Device): "active" | "inactive" => (device.online ? "active" : "inactive");

/** By id. A device that was claimed late has an early one, so the order is made anew when one comes or goes. */
function inOrder(account: Account): Device[] {
  account.sorted ??= [...account.devices.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return account.sorted;
}

type Filter = (device: Device) => boolean;

function filters(
  store: Store,
  account: Account,
  { state, name, hardwareId, tag, owner, application, platform }: DevicesArgs,
): Filter[] {
  const result: Filter[] = [];
  if (typeof state === "string") result.push((device) => stateOf(device) === state);
  if (typeof name === "string") result.push(({ name: whole }) => whole.toLowerCase().includes(name.toLowerCase()));
  if (typeof hardwareId === "string") result.push((device) => device.hardwareId === hardwareId);
  if (tag) {
    const keys = tag.values.map((one) => tagKey(store, one));
    const counted = tag.operator === "ALL" ? "every" : "some";
    result.push((device) => keys[counted]((key) => tagsOn(device, account).has(key)));
  }
  if (typeof owner === "boolean") result.push((device) => owner === (device.accountId === account.id));
  if (application)
    result.push(({ services }) => [...services.values()].some((service) => application.includes(service.application)));
  if (platform) result.push((device) => platform.includes(device.platform));
  return result;
}

const sortable = {
  name: (device) => device.name,
  state: stateOf,
  created: (device) => device.created,
  lastReported: (device) => device.lastReported,
  hardwareId: (device) => device.hardwareId,
} satisfies Record<string, (device: Device) => string>;

/** A minus before the field turns the order around. */
function order(sort: string): (one: Device, other: Device) => number {
  const field = sort.replace(/^-/, "");
  if (!Object.hasOwn(sortable, field)) {
    throw new GraphQLError(
      `Invalid sort: it must be one of ${Object.keys(sortable).join(", ")}, with a minus before it for the other direction.`,
    );
  }
  const key = sortable[field as keyof typeof sortable];
  const direction = field === sort ? 1 : -1;
  return (one, other) => direction * (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
}
