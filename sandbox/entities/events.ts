import { GraphQLError } from "graphql";
import type { Account } from "../accounts";
import { defineEntity, type Context } from "../entity";
import { nulls } from "../nulls";
import { isOwn, sightOf } from "../permissions";
import { page, type PageArgs } from "../pages";
import { referenceTo } from "../references";
import { rows } from "../rows";
import { now, type Store } from "../store";
import { devicesOf, stateOf, type Device } from "./devices/rows";

interface StateEvent {
  id: string;
  deviceId: string;
  state: "active" | "inactive";
  timestamp: string;
}

/** Oldest first. */
export const eventsOf = rows((): StateEvent[] => []);

/** The device's state has changed to what it is now. */
export function recordState(account: Account, device: Device): void {
  const events = eventsOf(account);
  const id = String(events.length + 1).padStart(12, "0");
  events.push({ id, deviceId: device.id, state: stateOf(device), timestamp: device.lastReported });
}

/** State changes of agents: nothing else is recorded. */
export default defineEntity({
  fields: {
    User: { events: (account, args: EventsArgs, context) => eventPage(context, account, args) },
    Device: { events: ({ account, device }, args: EventsArgs, context) => eventPage(context, account, args, device) },
    Service: { events: ({ account, device }, args: EventsArgs, context) => eventPage(context, account, args, device) },
  },
  lacks: (world) => (world["events-from"] === "missing" ? ["User.events.from", "Device.events.from", "Service.events.from"] : []),
});

interface EventsArgs extends PageArgs {
  minDate?: string | null;
  maxDate?: string | null;
  types?: string[] | null;
}

/**
 * The newest first. Without dates those of the last month, and of a longer period what the world says (api/README.md, D 2021).
 *
 * @param device - Only this device's.
 */
function eventPage(context: Context, account: Account, args: EventsArgs, device?: Device) {
  const { from, to } = periodOf(context, args);
  const isSeen = isOwn(context, account) ? undefined : sightOf(context, account);
  const found = eventsOf(account)
    .filter(({ deviceId, timestamp }) => {
      const time = Date.parse(timestamp);
      const isShown = !isSeen || isSeen(devicesOf(account).get(deviceId) ?? {});
      return isShown && (!device || deviceId === device.id) && time >= from && time <= to;
    })
    .reverse();
  const isAsked = !args.types || args.types.includes("DEVICE_STATE");
  const { items, ...facts } = page(context, isAsked ? found : [], args);
  return { ...facts, limited: false, items: items.map((event) => eventView(context.store, account, event)) };
}

/** The moments between which events are asked for, in milliseconds. */
function periodOf({ store }: Context, { minDate, maxDate }: EventsArgs): { from: number; to: number } {
  const to = maxDate ? Date.parse(maxDate) : now(store).getTime();
  const month = new Date(to);
  month.setUTCMonth(month.getUTCMonth() - 1);
  const from = minDate ? Date.parse(minDate) : month.getTime();
  const range = store.world["events-range"];
  if (from >= month.getTime() || range === "all") return { from, to };
  if (range === "refused") throw new GraphQLError("Invalid range: it must be at most a month.");
  return { from: month.getTime(), to };
}

/** Agents change their state by themselves: nobody is the actor. A device that is gone keeps its id alone. */
function eventView(store: Store, account: Account, event: StateEvent) {
  const device = devicesOf(account).get(event.deviceId);
  const target = () => [device ? referenceTo(store, { account, device }) : { id: event.deviceId, ...nulls(LOST) }];
  return {
    __typename: "DeviceStateEvent",
    id: event.id,
    type: "DEVICE_STATE",
    state: event.state,
    timestamp: event.timestamp,
    owner: account,
    users: [],
    target,
    devices: target,
    services: [],
    expired: false,
    ...nulls(["action", "actor", "externalAddress", "internalAddress", "serverAddress", "geo"]),
  };
}

const LOST = [
  "name",
  "application",
  "platform",
  "owner",
  "device",
  "created",
  "title",
  "type",
  "version",
  "manufacturer",
  "port",
  "protocol",
];
