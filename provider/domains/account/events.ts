import { z } from "zod";
import { graphql } from "../../../api/generated";
import type { GetEventsQuery } from "../../../api/generated/graphql";
import { accountIn } from "../../client";
import type { RemoteitError } from "../../core/errors";
import { field, type Values } from "../../core/field";
import { idKey, type Position, scan } from "../../inventory";
import type { Context } from "../../lifecycle";
import { address, wholeNumber } from "../shared/text";
import { defineFunction } from "../../lifecycle/function";
import { present } from "../shared/present";

const GetEvents = graphql(/* GraphQL */ `
  query getEvents(
    $accountId: String
    $size: Int
    $from: Int
    $after: ID
    $minDate: DateTime
    $maxDate: DateTime
    $types: [EventType!]
  ) {
    login {
      account(id: $accountId) {
        events(size: $size, from: $from, after: $after, minDate: $minDate, maxDate: $maxDate, types: $types) {
          total
          hasMore
          last
          limited
          items {
            id
            type
            state
            action
            timestamp
            actor {
              email
            }
            target {
              id
              application
              device {
                id
              }
            }
            devices {
              id
            }
          }
        }
      }
    }
  }
`);

const TYPES = [
  "AUTH_LOGIN",
  "AUTH_LOGIN_ATTEMPT",
  "AUTH_PASSWORD_CHANGE",
  "AUTH_PASSWORD_RESET",
  "AUTH_PHONE_CHANGE",
  "AUTH_MFA_ENABLED",
  "AUTH_MFA_DISABLED",
  "LICENSE_UPDATED",
  "DEVICE_STATE",
  "DEVICE_CONNECT",
  "DEVICE_DELETE",
  "DEVICE_SHARE",
  "DEVICE_REFRESH",
  "DEVICE_TRANSFER",
  "DEVICE_JOB",
  "JOB",
] as const;

const eventInfo = z
  .object({
    id: z.string().optional(),
    type: z.string(),
    timestamp: z.string().optional().describe("ISO 8601."),
    state: z.string().optional().describe("For a change of state: the new state."),
    action: z.string().optional(),
    actor: z.string().optional().describe("E-mail address of the user who did it."),
    deviceIds: z.array(z.string()).describe("Devices that the event is about."),
    serviceIds: z.array(z.string()).describe("Services that the event is about."),
  })
  .meta({ title: "EventInfo", description: "Something that happened in the account." });

type EventInfo = z.output<typeof eventInfo>;

const moment = (what: string) =>
  z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: `must be ${what} in ISO 8601, such as "2026-01-31" or "2026-01-31T12:00:00Z"`,
  });

const period = {
  from: field(moment("the begin of the period"), "Start of the period, ISO 8601: a date or a time."),
  to: field(moment("the end of the period").optional(), "End of the period, ISO 8601. Default: now."),
  types: field(z.array(z.enum(TYPES)).optional(), "Only events of these types. Default: all types."),
  deviceId: field(address().optional(), "Only events of this device."),
  limit: field(
    wholeNumber(1, 1_000_000, "how many events to give").optional(),
    "At most so many events, the newest. Default: all.",
  ),
};

export const getEvents = defineFunction({
  name: "getEvents",
  describe: "Reads what happened in the account in a period, from all pages, the newest first.",
  args: period,
  result: {
    events: field(z.array(eventInfo), "The events, the newest first."),
    limited: field(z.boolean().optional(), "True where the account's plan hides older events, so that some may be missing."),
  },
  async run(context, args) {
    const events: EventInfo[] = [];
    const facts: { limited?: boolean } = {};
    const hidden = () => {
      if (!facts.limited) context.log("warning", `${about.what}: the account's plan hides older events, so some may be missing.`);
      facts.limited = true;
    };
    for await (const event of matchingEvents(context, args, hidden)) if (events.push(event) === args.limit) break;
    return { events, ...facts };
  },
});

const about = { what: "Getting the events" };

async function* matchingEvents(
  { client }: Context,
  { from, to, types, deviceId }: Values<typeof period>,
  hidden: () => void,
): AsyncGenerator<EventInfo, void, undefined> {
  const { accountId } = client.settings;
  const seen = new Set<string>();
  for (const span of spans(from, to)) {
    const fetch = async ({ size, ...place }: Position) => {
      const variables = (failed?: RemoteitError) => ({ ...span, ...place, types, accountId, size: size(failed) });
      const { items, limited, ...page } = accountIn(await client.graphql(GetEvents, variables, about), client, about).events;
      if (limited) hidden();
      return { ...page, items: items.map((event) => ({ ...event, id: keyOf(event), known: event.id })) };
    };
    const takesOffsets = () => !client.lacks("User.events.from");
    for await (const { items } of scan(fetch, { about, takesOffsets })) {
      for (const { known, ...event } of items) {
        if (seen.has(event.id)) continue; // at the moment where two spans meet
        seen.add(event.id);
        const info = toEventInfo({ ...event, id: known });
        if (deviceId === undefined || isAbout(info, deviceId)) yield info;
      }
    }
  }
}

/** One question may span a month (api/README.md, D 2021): four weeks are never more. */
const LONGEST = 28 * 24 * 60 * 60 * 1000;

/** The period in spans that may be asked for, the newest first. The first begins where the second ends. */
export function* spans(from: string, to: string | undefined): Generator<{ minDate: string; maxDate?: string }> {
  const begin = Date.parse(from);
  let end = to === undefined ? Date.now() : Date.parse(to);
  let maxDate = to;
  while (end - begin > LONGEST) {
    end -= LONGEST;
    const minDate = new Date(end).toISOString();
    yield { minDate, ...(maxDate !== undefined && { maxDate }) };
    maxDate = minDate;
  }
  yield { minDate: from, ...(maxDate !== undefined && { maxDate }) };
}

type Account = NonNullable<NonNullable<GetEventsQuery["login"]>["account"]>;
type Found = Account["events"]["items"][number];

/** Events may have no id; pages that overlap are told by it all the same. */
function keyOf(event: Partial<Pick<Found, "id">> & Omit<Found, "id">): string {
  return event.id ?? JSON.stringify(event);
}

/** The application type of what is a device itself (api/schema.graphql). */
const DEVICE = 35;

/**
 * `target` names devices and services alike (api/README.md, A). Of what was deleted it may hold the id alone: then `devices`,
 * which is deprecated, tells which of the two it was.
 */
function toEventInfo({ devices, target, actor, ...event }: Found): EventInfo {
  const named = new Set(devices?.map(({ id }) => id));
  const isDevice = ({ id, application }: { id: string; application: number | null }) =>
    application === null ? named.has(id) : application === DEVICE;
  const things = target ?? [...named].map((id) => ({ id, application: DEVICE, device: null }));
  const deviceIds = things.flatMap((thing) => (isDevice(thing) ? [thing.id] : thing.device ? [thing.device.id] : []));
  const serviceIds = things.filter((thing) => !isDevice(thing)).map(({ id }) => id);
  return {
    ...present(event),
    ...(actor?.email && { actor: actor.email }),
    deviceIds: [...new Set(deviceIds)],
    serviceIds: [...new Set(serviceIds)],
  };
}

/** Also where only the id of what was deleted is left. */
function isAbout({ deviceIds, serviceIds }: EventInfo, deviceId: string): boolean {
  return [...deviceIds, ...serviceIds].some((id) => idKey(id) === idKey(deviceId));
}
