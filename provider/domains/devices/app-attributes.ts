import { isMap } from "../../core/map";
import { nearest } from "../../core/nearest";
import { isUnknown } from "../../core/unknown";

const LETTERS = ["A", "B", "C", "D", "E"];

/** What remote.it's app knows of a device in `$remoteit` (api/README.md, A). */
export const ofDevices = [
  ...["color", "label", "description", "accessDisabled"],
  ...LETTERS.map((letter) => `category${letter}`),
  ...LETTERS.map((letter) => `status${letter}`),
];

/** And of a service (api/README.md, A). */
export const ofServices = ["description", "route", "defaultPort", "targetHost", "launchTemplate", "commandTemplate"];

const MOST_COLOR = 13;

/**
 * What in `$remoteit` remote.it's app would not show: sentences. The account takes it, and a later app may know it, so it is no
 * error. Of values none is told, since any may be a secret.
 */
export function notOfTheApp(attributes: unknown, known: readonly string[]): string[] {
  const declared = isMap(attributes) ? attributes["$remoteit"] : undefined;
  if (!isMap(declared)) return [];
  const told = Object.keys(declared)
    .filter((key) => !known.includes(key) && declared[key] !== null)
    .map((key) => `attributes.$remoteit.${key}: remote.it's app knows no such key. Did you mean ${nearest(key, known)}?`);
  const { color } = declared;
  if (known !== ofDevices || color === undefined || color === null || isUnknown(color)) return told;
  const isColor = Number.isInteger(color) && (color as number) >= 0 && (color as number) <= MOST_COLOR;
  if (!isColor) told.push(`attributes.$remoteit.color: remote.it's app shows whole numbers from 0 to ${MOST_COLOR} alone.`);
  return told;
}
