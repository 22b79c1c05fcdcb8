import { z } from "zod";
import { ValidationError } from "../../provider/core/errors";
import { statuses } from "../report";

/** A finding that was told, as it is remembered: no value of a property is kept. */
const told = z.strictObject({
  status: z.enum(statuses),
  type: z.string(),
  id: z.string(),
  name: z.string(),
  urn: z.string().exactOptional(),
  stack: z.string().exactOptional(),
  /** Id of the account that it was found in. */
  account: z.string(),
  /** One digest for each change. */
  changes: z.array(z.string()),
  /** Receivers that are still to be told. */
  owed: z.array(z.string()),
});

const memory = z.strictObject({
  memoryOf: z.literal("pulumi-remoteit watch"),
  formatVersion: z.literal(1),
  told: z.array(told),
});

export type Told = z.infer<typeof told>;

export function memoryText(entries: readonly Told[]): string {
  const written: z.infer<typeof memory> = { memoryOf: "pulumi-remoteit watch", formatVersion: 1, told: [...entries] };
  return `${JSON.stringify(written)}\n`;
}

/**
 * @param path - Of the file that the text comes from, for the error.
 * @throws ValidationError where the text is no such memory.
 */
export function parseMemory(text: string, path: string): Told[] {
  try {
    return memory.parse(JSON.parse(text)).told;
  } catch {
    throw new ValidationError({
      what: "Read the memory of the watch",
      subject: path,
      why: "It is not what this version of `pulumi-remoteit watch` writes, or only a part of it.",
      remedy: "Let --memory name a file that the watch has for itself.",
    });
  }
}
