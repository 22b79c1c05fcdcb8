import { GraphQLError } from "graphql";
import type { Account, Device, StateEvent } from "../model";
import { now } from "../store";
import { page, type PageArgs } from "./pages";
import { referenceTo, userReference, type DeviceView } from "./references";
import { nulls, type Context } from "./support";

export interface EventsArgs extends PageArgs {
  minDate?: string | null;
  maxDate?: string | null;
  types?: string[] | null;
}

/**
 * State changes of agents, the newest first: nothing else is recorded. Without dates those of the last month, and of a longer
 * period what the world says (api/README.md, D 2021).
 *
 * @param view - How an event shows its device.
 * @param device - Only this device's.
 */
export function eventPage(context: Context, account: Account, args: EventsArgs, view: DeviceView, device?: Device) {
  const { from, to } = periodOf(context, args);
  const found = account.events
    .filter(({ deviceId, timestamp }) => {
      const time = Date.parse(timestamp);
      return (!device || deviceId === device.id) && time >= from && time <= to;
    })
    .reverse();
  const isAsked = !args.types || args.types.includes("DEVICE_STATE");
  const { items, ...facts } = page(context, isAsked ? found : [], args);
  return { ...facts, limited: false, items: items.map((event) => eventView(context, account, event, view)) };
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
function eventView(context: Context, account: Account, event: StateEvent, view: DeviceView): Record<string, unknown> {
  const device = account.devices.get(event.deviceId);
  const target = () => [device ? referenceTo(context, { account, device }, view) : { id: event.deviceId, ...nulls(LOST) }];
  return {
    __typename: "DeviceStateEvent",
    id: event.id,
    type: "DEVICE_STATE",
    state: event.state,
    timestamp: event.timestamp,
    owner: userReference(account),
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
