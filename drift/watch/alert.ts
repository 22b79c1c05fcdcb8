import { z } from "zod";
import { ValidationError } from "../../provider/core/errors";
import { type Finding, statuses } from "../report";
import { idKey } from "../../provider/inventory";
import { safeJson } from "../formats/json-text";
import { digestOf } from "../texts";

/** A finding that was reported, as it is remembered: without any value of a property. */
const alert = z.strictObject({
  status: z.enum(statuses),
  severity: z.literal("high").exactOptional(),
  type: z.string(),
  id: z.string(),
  name: z.string(),
  urn: z.string().exactOptional(),
  stack: z.string().exactOptional(),
  fleet: z.string().exactOptional(),
  /** Id of the account that it was found in. */
  account: z.string(),
  /** One digest for each change. */
  changes: z.array(z.string()),
  /** Notifiers that have still to pass it on. */
  pending: z.array(z.string()),
});

const memory = z.strictObject({
  memoryOf: z.literal("pulumi-remoteit watch"),
  formatVersion: z.literal(1),
  alerts: z.array(alert),
});

export type Alert = z.infer<typeof alert>;

export function memoryText(alerts: readonly Alert[]): string {
  const written: z.infer<typeof memory> = { memoryOf: "pulumi-remoteit watch", formatVersion: 1, alerts: [...alerts] };
  return `${safeJson(written)}\n`;
}

/**
 * @param path - Of the file that the text comes from, for the error.
 * @throws ValidationError where the text is no such memory.
 */
export function parseMemory(text: string, path: string): Alert[] {
  try {
    return memory.parse(JSON.parse(text)).alerts;
  } catch {
    throw new ValidationError({
      what: "Reading the memory of the watch",
      subject: path,
      why: "It is not what this version of `pulumi-remoteit watch` writes, or only a part of it.",
      remedy: "Let --memory name a file that the watch has for itself.",
    });
  }
}

/**
 * Names what is reported: the thing and the resource that declares it, of which there may be several. That it could not be
 * checked differs from how it stands.
 */
export function keyOf({ type, id, stack, urn, status }: Pick<Finding, "type" | "id" | "stack" | "urn" | "status">): string {
  return JSON.stringify([type, idKey(id), stack ?? "", urn ?? "", status === "not-checked"]);
}

/** One short text for each change of the finding: where it is, and what the account holds there. */
export const digests = ({ changes = [] }: Pick<Finding, "changes">): string[] =>
  changes.map(({ path, kind, actual }) => digestOf([path, kind, actual]));
