import { defineEntity, type Context } from "../entity";
import { now } from "../store";
import type { Device, SeenDevice } from "./devices/rows";
import { eventsOf } from "./events";

/** What the account's events say of a device, and of a service the same. */
export default defineEntity({
  fields: {
    Device: { timeSeries: (seen, args: SeriesArgs, context) => timeSeries(context, seen, args) },
    Service: { timeSeries: (seen, args: SeriesArgs, context) => timeSeries(context, seen, args) },
  },
});

type Resolution = "SECOND" | "MINUTE" | "HOUR" | "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

interface SeriesArgs {
  type: string;
  resolution: Resolution;
  length?: number | null;
  start?: string | null;
  end?: string | null;
}

const USUAL = 24;
const MOST = 1000;
const DAY = 86_400_000;
const DAYS_FROM_MONDAY = 3; // 1970 began on a Thursday.

const FIXED: Partial<Record<Resolution, number>> = { SECOND: 1000, MINUTE: 60_000, HOUR: 3_600_000, DAY, WEEK: 7 * DAY };
const MONTHS: Partial<Record<Resolution, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * As the type `TimeSeries`: in UTC whatever time zone is asked for, the last unit not over yet. Nobody comes through the sandbox's
 * connections, so that what counts these is 0.
 */
function timeSeries(context: Context, { account, device }: SeenDevice, args: SeriesArgs) {
  const { type, resolution } = args;
  const time = now(context.store).getTime();
  const end = args.end ? Date.parse(args.end) : time;
  const starts = unitsUntil(end, args);
  const events = eventsOf(account).filter(({ deviceId }) => deviceId === device.id);
  const spans = onlineSpans(device, events);
  const within = (from: number, to: number): number => {
    const online = spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to, time) - Math.max(span.from, from)), 0);
    if (type === "ONLINE_DURATION") return online / 1000;
    if (type === "AVAILABILITY") return (100 * online) / Math.max(1, Math.min(to, time) - from);
    const state = { ONLINE: "active", OFFLINE: "inactive" }[type];
    const isCounted = (event: (typeof events)[number]) => {
      const at = Date.parse(event.timestamp);
      return event.state === state && at >= from && at < to;
    };
    return events.filter(isCounted).length;
  };
  return {
    type,
    resolution,
    start: isoOf(starts[0] ?? end),
    end: isoOf(end),
    timezone: "UTC",
    time: starts.map(isoOf),
    data: starts.map((from) => within(from, unitStart(from, resolution, 1))),
  };
}

const isoOf = (time: number): string => new Date(time).toISOString();

/** The beginnings of the units that are asked for, the earliest first. */
function unitsUntil(end: number, { resolution, length, start }: SeriesArgs): number[] {
  const earliest = start ? Date.parse(start) : Number.NEGATIVE_INFINITY;
  const most = Math.min(MOST, length ?? (start ? MOST : USUAL));
  const starts: number[] = [];
  for (let unit = unitStart(end, resolution); starts.length < most; unit = unitStart(unit, resolution, -1)) {
    starts.unshift(unit);
    if (unit <= earliest) break;
  }
  return starts;
}

/** Where the unit begins that a moment lies in, or one so many units later. */
function unitStart(time: number, resolution: Resolution, later = 0): number {
  const months = MONTHS[resolution];
  if (months !== undefined) {
    const date = new Date(time);
    const unit = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) + later;
    return Date.UTC(Math.floor((unit * months) / 12), (unit * months) % 12);
  }
  const length = FIXED[resolution] ?? DAY;
  const shift = resolution === "WEEK" ? DAYS_FROM_MONDAY * DAY : 0;
  return (Math.floor((time + shift) / length) + later) * length - shift;
}

/** When the device was online: before its first event it was in the other state. */
function onlineSpans(device: Device, events: ReturnType<typeof eventsOf>): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  const wasOnline = events[0] ? events[0].state === "inactive" : device.online;
  let since = wasOnline ? Date.parse(device.created) : undefined;
  for (const { state, timestamp } of events) {
    const at = Date.parse(timestamp);
    if (state === "active") since ??= at;
    else if (since !== undefined) {
      spans.push({ from: since, to: at });
      since = undefined;
    }
  }
  return since === undefined ? spans : [...spans, { from: since, to: Number.POSITIVE_INFINITY }];
}
