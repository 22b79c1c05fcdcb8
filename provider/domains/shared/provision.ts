import type { z } from "zod";
import { map, text, wholeNumber } from "./text";

/** A bulk project's credentials: REST makes a new address for whoever has them. */
export const provisionMap = () =>
  map({
    projectKey: text(),
    projectSecret: text(),
    manufacturer: wholeNumber(0, 65_535, "the manufacturer's number").optional(),
    platform: wholeNumber(0, 65_535, "the platform's number, as platformTypes of the API lists them").optional(),
  }).meta({ title: "Provision" });

export type Provision = z.output<ReturnType<typeof provisionMap>>;

/** What public clients start from: manufacturer 0, platform 1120, and a byte 5 of 1 whose meaning is unknown (api/README.md, S). */
const BASE = "00:00:00:00:00:01:00:00:04:60:00:00";

/** The bulk device's application type, and the mark that says so in bytes 10 and 11 of its device type. */
const BULK_DEVICE = { application: 35, mark: 40 };

/**
 * Device types are bytes in upper-case hexadecimal: application in 0–1, manufacturer in 2–3, platform in 8–9. What is left
 * out stays as in the base.
 */
export function deviceType(
  { manufacturer, platform }: Pick<Provision, "manufacturer" | "platform">,
  application?: number,
): string {
  const bytes = Buffer.from(BASE.replaceAll(":", ""), "hex");
  bytes.writeUInt16BE(application ?? BULK_DEVICE.application, 0);
  if (manufacturer !== undefined) bytes.writeUInt16BE(manufacturer, 2);
  if (platform !== undefined) bytes.writeUInt16BE(platform, 8);
  if (application === undefined) bytes.writeUInt16BE(BULK_DEVICE.mark, 10);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join(":");
}
