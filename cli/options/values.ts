import { InvalidArgumentError } from "commander";
import { type Section, statuses } from "../../drift";
import { formats } from "../../drift/formats/index";
import type { FormatName } from "../drift/outputs";

/** For an option that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  return Number(text);
}

/** "name, id,state" as a list. */
export const list = (text: string): string[] => text.split(",").map((part) => part.trim());

export function formatName(text: string, before: FormatName[] | undefined): FormatName[] {
  if (!Object.hasOwn(formats, text)) throw new InvalidArgumentError(`Allowed choices are ${Object.keys(formats).join(", ")}.`);
  return [...(before ?? []), text as FormatName];
}

/** What may count: statuses, and high severity whatever the status. */
export const countable: readonly Section[] = [...statuses, "high"];

export function failOn(text: string): Section[] {
  if (text === "none") return [];
  const names = list(text);
  const unknown = names.find((name) => !countable.includes(name as Section));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is not one of ${countable.join(", ")}. To switch it off, give none on its own.`);
  return names as Section[];
}

export function atLeastOne(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError("It must be 1 or more.");
  return value;
}

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Twelve days; timers take no more than 24. */
const LONGEST = 288 * units.h;

/** `2s`, `15m`, `0.5h`, `0`: in milliseconds. A number alone is seconds. */
export function duration(text: string): number {
  const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (number === undefined) throw new InvalidArgumentError("It must be a time such as 500ms, 2s, 15m or 1h.");
  const time = Number(number) * units[unit as keyof typeof units];
  if (time > LONGEST) throw new InvalidArgumentError("It must be 288h or less.");
  return time;
}

export function port(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= 65_535)) throw new InvalidArgumentError("It must be a port, 0 to 65535.");
  return value;
}

export function path(text: string): string {
  if (!/^\/[\w\-./~%!$&'()*+,;=:@]*$/.test(text))
    throw new InvalidArgumentError("It must be the path of a URL, such as /hook-2f9c4e1a7b.");
  return text;
}

export function bytes(text: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1_024) throw new InvalidArgumentError("It must be a number of bytes, 1024 to 999999999.");
  return value;
}

export function httpUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError("It must be an address that begins with https:// or http://.");
  return text;
}
