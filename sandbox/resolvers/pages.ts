import { GraphQLError } from "graphql";
import type { Account, Device } from "../world";
import type { Context } from "./support";

export interface PageArgs {
  size?: number | null;
  from?: number | null;
  after?: string | null;
}

interface ListFilter {
  operator: "ANY" | "ALL";
  values: string[];
}

export interface DevicesArgs extends PageArgs {
  sort?: string | null;
  state?: string | null;
  name?: string | null;
  hardwareId?: string | null;
  tag?: ListFilter | null;
  owner?: boolean | null;
  application?: number[] | null;
  platform?: number[] | null;
}

interface Page<T> {
  total: number;
  hasMore: boolean;
  last: string | null;
  items: T[];
}

const MOST = 1000;

/** One page of the items, which are sorted so that `after` finds its place. */
export function page<T extends { id: string }>({ world }: Context, items: readonly T[], args: PageArgs): Page<T> {
  const size = args.size ?? 50;
  if (size < 1 || size > MOST) throw new GraphQLError(`Invalid size: it must be from 1 to ${MOST}.`);
  const start = args.after ? placeAfter(items, args.after) : offset(args.from ?? 0, world.pageFrom);
  const found = items.slice(start, start + size);
  return { total: items.length, hasMore: start + found.length < items.length, last: found.at(-1)?.id ?? null, items: found };
}

function offset(from: number, pageFrom: number): number {
  if (from < 0) throw new GraphQLError("Invalid from: it must be 0 or more.");
  return from > 0 && pageFrom === MOST + 1 ? from - 1 : from;
}

/** Ids grow as they are given out, so an item that is gone still has a place. */
function placeAfter(items: readonly { id: string }[], after: string): number {
  const last = after.toUpperCase();
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.id ?? "") <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function listDevices(context: Context, account: Account, args: DevicesArgs): Page<Device> {
  const filtered = sorted(account).filter((device) => matches(account, device, args));
  const direction = args.sort?.startsWith("-") ? -1 : 1;
  if (args.sort?.replace(/^-/, "") === "name") filtered.sort((one, other) => direction * one.name.localeCompare(other.name));
  return page(context, filtered, args);
}

/** A device that was claimed late has an early address: the order is made once for each size of the account. */
const orders = new WeakMap<Account, { key: string; devices: Device[] }>();

function sorted(account: Account): Device[] {
  const key = `${account.devices.size} ${[...account.devices.keys()].at(-1) ?? ""}`;
  const known = orders.get(account);
  if (known?.key === key) return known.devices;
  const devices = [...account.devices.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  orders.set(account, { key, devices });
  return devices;
}

function matches(account: Account, device: Device, args: DevicesArgs): boolean {
  const { state, name, hardwareId, tag, owner, application, platform } = args;
  const services = () => [...device.services.values()];
  return (
    (!state || state === (device.online ? "active" : "inactive")) &&
    (!name || device.name.toLowerCase().includes(name.toLowerCase())) &&
    (!hardwareId || device.hardwareId === hardwareId) &&
    (owner === undefined || owner === null || owner === (device.accountId === account.id)) &&
    (!tag || (tag.operator === "ALL" ? tag.values.every((one) => device.tags.has(one)) : tag.values.some((one) => device.tags.has(one)))) &&
    (!application || services().some((service) => application.includes(service.application))) &&
    (!platform || platform.includes(device.platform))
  );
}
