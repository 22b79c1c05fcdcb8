import type { Account } from "../../accounts";
import type { TableCall, WebhookCall } from "../../public";

type State = "online" | "offline";

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
