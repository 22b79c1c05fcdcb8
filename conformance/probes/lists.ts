import { accountIn } from "../../provider/client";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, probe } from "../probe";
import { isRefusal } from "../refusal";

const pageSize = probe("page-size", {
  otherwise: { "100": "Nothing is missed, but scans of the account take ten times as many requests." },
  evidence: "D (`size` at most 1000)",
  leansOn: ["provider/inventory/ahead.ts", "provider/inventory/reading.ts"],
  way: "reading",
  ask: async ({ access }) => {
    const { total, asked, shown } = await access();
    if (shown < Math.min(total, asked)) return { answer: "100" };
    return total > 100 ? { answer: "1000" } : { unknown: "a page of 100 holds all devices of the account" };
  },
});

const pageFrom = probe("page-from", {
  otherwise: { "1001": "Nothing: pages overlap by one device." },
  evidence: "A (0, 50, 100 …); D, C write 1001 after the first 1000",
  leansOn: ["provider/inventory/ahead.ts", "provider/inventory/reading.ts"],
  way: "reading",
  ask: async ({ sample }) => {
    const { devices, second } = await sample();
    if (second === undefined || devices.length < 2) return { unknown: "the account has fewer than two devices" };
    if (second === devices[1]?.id) return { answer: "1000" };
    return second === devices[0]?.id ? { answer: "1001" } : { unknown: "the list changed meanwhile" };
  },
});

const order = fact({
  name: "sort-created",
  question: "Does a list that is sorted by `created` begin with the oldest device?",
  assumed: ["oldest-first", "yes, so a scan meets newcomers last and nothing moves past it"],
  others: [["other", "no", "A device that comes or is renamed during a scan may be missed, and read again by its id."]],
  evidence: "P 2026-08",
  leansOn: ["provider/inventory/pages.ts"],
  way: "reading",
  ask: async ({ sample }) => {
    const times = (await sample()).devices.map(({ created }) => Date.parse(created ?? "")).filter((time) => !Number.isNaN(time));
    if (new Set(times).size < 2) return { unknown: "the account has no two devices of different age" };
    return { answer: times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0)) ? "oldest-first" : "other" };
  },
});

const states = fact({
  name: "device-states",
  question: "Which states does a device have?",
  assumed: ["two", "`active` and `inactive`"],
  others: [["more", "others too", "A device in another state is taken for one that can be deleted, and remote.it refuses that."]],
  evidence: "D",
  leansOn: ["provider/domains/devices/delete.ts"],
  way: "reading",
  ask: async ({ sample }) => {
    const found = new Set((await sample()).devices.map(({ state }) => state));
    if (found.size === 0) return { unknown: "the account has no device" };
    const others = [...found].filter((state) => state !== "active" && state !== "inactive");
    return others.length === 0 ? { answer: "two" } : { answer: "more" };
  },
});

const CountByName = graphql(/* GraphQL */ `
  query conformanceByName($accountId: String, $name: String) {
    login {
      account(id: $accountId) {
        devices(size: 1, name: $name) {
          total
        }
      }
    }
  }
`);

async function countByName({ client }: Asking, name: string): Promise<number> {
  const about = { what: "Looking for a device by a part of its name" };
  const variables = { accountId: client.settings.accountId, name };
  return accountIn(await client.graphql(CountByName, variables, about), client, about).devices.total;
}

const nameFilter = fact({
  name: "name-filter",
  question: "What does the filter `name` of a list of devices match?",
  assumed: ["part", "a part of the name, in any case"],
  others: [["other", "less", "`--name`, and `name` of getDevices, find fewer devices than they say: leave them out."]],
  evidence: "D",
  leansOn: ["drift/find/confirm.ts", "provider/domains/devices/functions.ts"],
  way: "reading",
  ask: async (asking) => {
    const { devices } = await asking.sample();
    const part = devices.map(({ name }) => (name === null ? "" : otherCase(name).slice(1, -1))).find((text) => text.length > 1);
    if (part === undefined) return { unknown: "no device has a name that is long enough" };
    return { answer: (await countByName(asking, part)) > 0 ? "part" : "other" };
  },
});

/** The same text in another case, where it has one. */
const otherCase = (text: string) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());

const cursorGone = probe("cursor-gone", {
  otherwise: {
    refused: "Nothing: the list goes on by an offset.",
    first: "Nothing: the list goes on by an offset.",
  },
  evidence: "unknown",
  leansOn: ["provider/inventory/reading.ts"],
  way: "elsewhere",
  notAsked: "it would take a device that is deleted meanwhile",
});

const DAY = 24 * 60 * 60 * 1000;

const CountEvents = graphql(/* GraphQL */ `
  query conformanceEvents($accountId: String, $minDate: DateTime, $maxDate: DateTime) {
    login {
      account(id: $accountId) {
        events(size: 1, minDate: $minDate, maxDate: $maxDate) {
          total
        }
      }
    }
  }
`);

/** How many events there are between so many days ago and so many. */
async function countEvents({ client }: Asking, from: number, to: number): Promise<number> {
  const about = { what: "Counting events" };
  const date = (days: number) => new Date(Date.now() - days * DAY).toISOString();
  const variables = { accountId: client.settings.accountId, minDate: date(from), maxDate: date(to) };
  return accountIn(await client.graphql(CountEvents, variables, about), client, about).events.total;
}

const eventsRange = probe("events-range", {
  otherwise: {
    refused: "Nothing: a longer period is asked for by months.",
    all: "Nothing: a longer period is asked for by months.",
  },
  evidence: "D 2021 (a range should not exceed a month)",
  leansOn: ["provider/domains/account/events.ts"],
  way: "reading",
  ask: async (asking) => {
    let found: number;
    try {
      found = await countEvents(asking, 58, 0);
    } catch (error) {
      if (isRefusal(error)) return { answer: "refused" };
      throw error;
    }
    if ((await countEvents(asking, 58, 31)) === 0) return { unknown: "the account has no events older than a month" };
    return { answer: found > (await countEvents(asking, 31, 0)) ? "all" : "newest" };
  },
});

const hidden = fact({
  name: "without-view",
  question: "Do lists show devices that the access key's user may not view?",
  assumed: ["unknown", "perhaps; the values of such a device are not believed"],
  evidence: "unknown",
  leansOn: ["provider/domains/shared/permissions.ts"],
  way: "elsewhere",
  notAsked: "no account tells what it hides",
});

export const listProbes = [pageSize, pageFrom, order, cursorGone, nameFilter, states, eventsRange, hidden];
