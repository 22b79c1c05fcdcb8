import { createHash } from "node:crypto";

/** A short text that tells values apart and does not tell what they are. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}
