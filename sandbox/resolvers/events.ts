import type { Account, Device, StateEvent } from "../model";
import { page, type PageArgs } from "./pages";
import { referenceTo, userReference, type DeviceView } from "./references";
import { nulls, type Context } from "./support";

export interface EventsArgs extends PageArgs {
  minDate?: string | null;
  maxDate?: string | null;
  types?: string[] | null;
}

/**
 * State changes of agents, the oldest first: nothing else is recorded.
 *
 * @param view - How an event shows its device.
 * @param device - Only this device's.
 */
export function eventPage(context: Context, account: Account, args: EventsArgs, view: DeviceView, device?: Device) {
  const [from, to] = [timeOf(args.minDate, Number.NEGATIVE_INFINITY), timeOf(args.maxDate, Number.POSITIVE_INFINITY)];
  const found = account.events.filter(({ deviceId, timestamp }) => {
    const time = Date.parse(timestamp);
    return (!device || deviceId === device.id) && time >= from && time <= to;
  });
  const isAsked = !args.types || args.types.includes("DEVICE_STATE");
  const { items, ...facts } = page(context, isAsked ? found : [], args);
  return { ...facts, limited: false, items: items.map((event) => eventView(context, account, event, view)) };
}

const timeOf = (date: string | null | undefined, otherwise: number): number => (date ? Date.parse(date) : otherwise);

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
