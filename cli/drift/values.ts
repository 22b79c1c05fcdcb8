import { InvalidArgumentError } from "commander";
import { type Status, statuses } from "../../drift";
import { formats } from "../../drift/formats/index";
import type { FormatName } from "./outputs";
import { list, wholeNumber } from "../options/values";

export function formatName(text: string, before: FormatName[] | undefined): FormatName[] {
  if (!Object.hasOwn(formats, text)) throw new InvalidArgumentError(`Allowed choices are ${Object.keys(formats).join(", ")}.`);
  return [...(before ?? []), text as FormatName];
}

export function failOn(text: string): Status[] {
  if (text === "none") return [];
  const names = list(text);
  const unknown = names.find((name) => !statuses.includes(name as Status));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is none of ${statuses.join(", ")}; none alone switches it off.`);
  return names as Status[];
}

export function atLeastOne(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError("It must be 1 or more.");
  return value;
}
