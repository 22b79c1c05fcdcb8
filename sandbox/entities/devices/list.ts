import { GraphQLError } from "graphql";
import type { Account } from "../../accounts";
import type { Context } from "../../entity";
import { deviceNamed } from "../../find";
import { indexAfter, page, type Page, type PageArgs } from "../../pages";
import { servicesShown } from "../../sharing";
import type { Store } from "../../store";
import { isOwn, sightOf } from "../../permissions";
import { findTag } from "../../tagging";
import { devicesOf, ownerOf, scanOf, stateOf, type Device } from "./rows";

export interface DevicesArgs extends PageArgs {
  sort: string;
  state?: string | null;
  name?: string | null;
  id?: string[] | null;
  hardwareId?: string | null;
  tag?: { operator: "ANY" | "ALL"; values: string[] } | null;
  owner?: boolean | null;
  application?: number[] | null;
  platform?: number[] | null;
}

export function listDevices(context: Context, account: Account, args: DevicesArgs): Page<Device> {
  const wanted = filters(context, account, args);
  const order = orderOf(context.store, account, args.sort);
  const isScan = args.sort === "created";
  const all = isScan ? byCreated(account, order) : [...devicesOf(account).values()];
  const matching = wanted.length === 0 ? all : all.filter((device) => wanted.every((filter) => filter(device)));
  const found = isScan ? matching : matching.sort(order);
  return page(context, found, args, (id) => placeAfter(context, account, found, id, order));
}

type Order = (one: Device, other: Device) => number;

/** The order of every scan, so it is kept until a device comes or goes. */
function byCreated(account: Account, order: Order): Device[] {
  return (scanOf(account).byCreated ??= [...devicesOf(account).values()].sort(order));
}

/** Where the page after a device begins; one that is not in the list any more had its place in it. */
function placeAfter({ store }: Context, account: Account, found: readonly Device[], id: string, order: Order): number {
  const gone = scanOf(account).gone.get(id) ?? devicesOf(account).get(id);
  if (!gone || store.world["cursor-gone"] === "refused" || found.includes(gone)) return indexAfter(found, id);
  if (store.world["cursor-gone"] === "first") return 0;
  const next = found.findIndex((device) => order(device, gone) > 0);
  return next === -1 ? found.length : next;
}

type Filter = (device: Device) => boolean;

function filters(
  context: Context,
  account: Account,
  { state, name, id, hardwareId, tag, owner, application, platform }: DevicesArgs,
): Filter[] {
  const { store } = context;
  const result: Filter[] = isOwn(context, account) ? [] : [sightOf(context, account)];
  if (id) {
    const named = new Set(id.map((one) => deviceNamed(store, account, one)));
    result.push((device) => named.has(device));
  }
  if (typeof state === "string") result.push((device) => stateOf(device) === state);
  if (typeof name === "string") result.push(({ name: whole }) => whole.toLowerCase().includes(name.toLowerCase()));
  if (typeof hardwareId === "string") result.push((device) => device.hardwareId === hardwareId);
  if (tag) {
    const wanted = tag.values.map((one) => findTag(store, account, one)?.bearers);
    const counted = tag.operator === "ALL" ? "every" : "some";
    result.push((device) => wanted[counted]((bearers) => bearers?.has(device)));
  }
  if (typeof owner === "boolean") result.push((device) => owner === (device.accountId === account.id));
  if (application)
    result.push((device) => servicesShown(account, device).some((service) => application.includes(service.application)));
  if (platform) result.push((device) => platform.includes(device.platform));
  return result;
}

/** What devices are sorted by (api/README.md, A). */
const sortable: Record<string, (device: Device, store: Store, account: Account) => string | number> = {
  name: ({ name }) => name,
  state: stateOf,
  platform: ({ platform }) => platform,
  created: ({ created }) => created,
  lastReported: ({ lastReported }) => lastReported,
  hardwareId: ({ hardwareId }) => hardwareId,
  "owner.email": (device, store, account) => ownerOf(store, device, account).email,
  // Every endpoint is as good as any other here.
  "endpoint.quality": () => 0,
};

/** Several keys with commas; a minus before one turns it around. What they leave equal is in the order of ids. */
function orderOf(store: Store, account: Account, sort: string): Order {
  const keys = sort.split(",").map((part) => {
    const name = part.trim().replace(/^-/, "");
    const key = Object.hasOwn(sortable, name) ? sortable[name] : undefined;
    if (key) return { key, direction: part.trim() === name ? 1 : -1 };
    throw new GraphQLError(
      `Invalid sort: it must be one of ${Object.keys(sortable).join(", ")}, or several with commas between, each with a minus before it for the other direction.`,
    );
  });
  return (one, other) => {
    for (const { key, direction } of keys) {
      const difference = compared(key(one, store, account), key(other, store, account));
      if (difference !== 0) return direction * difference;
    }
    return compared(one.id, other.id);
  };
}

const compared = (one: string | number, other: string | number): number => (one < other ? -1 : one > other ? 1 : 0);
