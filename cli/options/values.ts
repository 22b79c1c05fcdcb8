import { InvalidArgumentError } from "commander";

/** For an option that may be given several times. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  return Number(text);
}

/** "name, id,state" as a list. */
export const list = (text: string): string[] => text.split(",").map((part) => part.trim());
