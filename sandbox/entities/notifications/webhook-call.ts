import type { Account } from "../../accounts";

type State = "online" | "offline";

/** What the address is told, as it was received once (api/README.md, D 2021): sixteen keys, of which most are for people. */
export interface WebhookCall {
  /** Id of what moved: of the device, or of one of its services. */
  device: string;
  /** Public IP address that it was seen at. */
  address: string;
  name: string;
  /** The owner's. */
  email: string;
  /** The owner's id. */
  user: string;
  username: string;
  language: string;
  state: State;
  type: "DEVICE_STATE";
  /** When it moved, to the millisecond. */
  utc: string;
  /** The same for people: without seconds, and without its zone. */
  time: string;
  text: string;
  color: string;
  icon_url: string;
  url: string;
  version: number;
}

/** The same as the documentation's table has it (api/README.md, D 2023). */
export interface TableCall {
  Address: string;
  Device: string;
  Email: string;
  Name: string;
  State: State;
  Time: string;
  Type: string;
}

const WORDS = { online: { text: "is online", color: "#36a64f" }, offline: { text: "is offline", color: "#d50200" } } as const;

export function callOf(owner: Account, { id, name }: { id: string; name: string }, state: State, moment: Date): WebhookCall {
  return {
    device: id,
    address: "203.0.113.7",
    name,
    email: owner.email,
    user: owner.id,
    username: "remote.it",
    language: "en",
    state,
    type: "DEVICE_STATE",
    utc: moment.toISOString(),
    time: prose(moment),
    text: `${name} ${WORDS[state].text}`,
    color: WORDS[state].color,
    icon_url: "https://app.remote.it/favicon.ico",
    url: "https://app.remote.it",
    version: 1,
  };
}

export function tableOf({ address, device, email, name, state, utc, type }: WebhookCall): TableCall {
  return { Address: address, Device: device, Email: email, Name: name, State: state, Time: utc, Type: type };
}

const parts = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "numeric",
  minute: "2-digit",
});

/** `October 12, 2021 7:22 PM` */
function prose(moment: Date): string {
  const of = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${of["month"]} ${of["day"]}, ${of["year"]} ${of["hour"]}:${of["minute"]} ${of["dayPeriod"]}`;
}
