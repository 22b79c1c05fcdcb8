import { z } from "zod";
import { graphql } from "../../api/generated";
import type { GetEventsQuery } from "../../api/generated/graphql";
import { accountIn } from "../client";
import { field, type Values } from "../core/field";
import { idKey, type Position, scan } from "../inventory";
import type { Context } from "../resources";
import { address, wholeNumber } from "../resources/text";
import { defineFunction } from "./define";
import { present } from "./present";

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
          items {
            id
            type
            state
            action
            timestamp
            actor {
              email
            }
            devices {
              id
            }
            target {
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
    state: z.string().optional().describe("Of a change of state: what it is from then on."),
    action: z.string().optional(),
    actor: z.string().optional().describe("E-mail address of the user who did it."),
    deviceIds: z.array(z.string()).describe("Devices that it is about."),
    serviceIds: z.array(z.string()).describe("Services that it is about."),
  })
  .meta({ title: "EventInfo", description: "Something that happened in the account." });

type EventInfo = z.output<typeof eventInfo>;

const moment = (what: string) =>
  z.union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: `must be ${what} in ISO 8601, such as "2026-01-31" or "2026-01-31T12:00:00Z"`,
  });

const period = {
  from: field(moment("the begin of the period"), "Begin of the period, ISO 8601: a date or a time."),
  to: field(moment("the end of the period").optional(), "End of the period, ISO 8601. Default: now."),
  types: field(z.array(z.enum(TYPES)).optional(), "Only events of these types. Default: of all."),
  deviceId: field(address().optional(), "Only events of this device."),
  limit: field(
    wholeNumber(1, 1_000_000, "how many events to give").optional(),
    "At most so many events, in the order that remote.it gives them. Default: all.",
  ),
};

export const getEvents = defineFunction({
  name: "getEvents",
  describe: "Reads what happened in the account in a period, of all pages.",
  args: period,
  result: { events: field(z.array(eventInfo), "The events.") },
  async run(context, args) {
    const events: EventInfo[] = [];
    for await (const event of matchingEvents(context, args)) if (events.push(event) === args.limit) break;
    return { events };
  },
});

async function* matchingEvents(
  { client }: Context,
  { from, to, types, deviceId }: Values<typeof period>,
): AsyncGenerator<EventInfo, void, undefined> {
  const about = { what: "Get the events" };
  const wanted = { minDate: from, maxDate: to, types, accountId: client.settings.accountId };
  const fetch = async ({ size, ...place }: Position) => {
    const data = await client.graphql(GetEvents, (failed) => ({ ...wanted, ...place, size: size(failed) }), about);
    const { items, ...page } = accountIn(data, client, about).events;
    return { ...page, items: items.map((event) => ({ ...event, id: keyOf(event), known: event.id })) };
  };
  for await (const { items } of scan(fetch, { about, takesOffsets: () => !client.lacks("User.events.from") })) {
    for (const { known, ...event } of items) {
      const info = toEventInfo({ ...event, id: known });
      if (deviceId === undefined || info.deviceIds.some((id) => idKey(id) === idKey(deviceId))) yield info;
    }
  }
}

type Account = NonNullable<NonNullable<GetEventsQuery["login"]>["account"]>;
type Found = Account["events"]["items"][number];

/** Events may have no id; pages that overlap are told by it all the same. */
function keyOf(event: Partial<Pick<Found, "id">> & Omit<Found, "id">): string {
  return event.id ?? JSON.stringify(event);
}

function toEventInfo({ devices, target, actor, ...event }: Found): EventInfo {
  return {
    ...present(event),
    ...(actor?.email && { actor: actor.email }),
    deviceIds: (devices ?? []).map(({ id }) => id),
    serviceIds: (target ?? []).map(({ id }) => id),
  };
}
