import { redact } from "../secrets";

/** By its form: errors of fetch may come from another realm (a vm context), where `instanceof Error` is false. */
export const isError = (value: unknown): value is Error =>
  typeof value === "object" && value !== null && "message" in value && typeof value.message === "string";

/**
 * A copy of what led to an error that is safe to print: name, message, code and stack, redacted, and so on down the chain.
 * Other fields are left behind, because libraries put whole requests there.
 */
export function redactedCause(cause: unknown, depth = 0): unknown {
  if (!isError(cause)) return typeof cause === "string" ? redact(cause) : undefined;
  const next = cause.cause === undefined || depth >= 5 ? undefined : redactedCause(cause.cause, depth + 1);
  const copy: Error & { code?: string } = new Error(redact(cause.message), next === undefined ? undefined : { cause: next });
  copy.name = cause.name;
  if (cause.stack !== undefined) copy.stack = redact(cause.stack);
  if ("code" in cause && typeof cause.code === "string") copy.code = cause.code;
  return copy;
}
