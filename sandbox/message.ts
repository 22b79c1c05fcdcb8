/** What an error says. Errors of Node's own are told by their form: in a test they come from another realm. */
export function messageOf(error: unknown): string {
  const { message, name, cause } = (error ?? {}) as { message?: unknown; name?: unknown; cause?: unknown };
  // fetch says only that it failed; why is in the cause.
  if (message === "fetch failed" && cause !== undefined) return messageOf(cause);
  return typeof message === "string" && message !== "" ? message : String(name ?? error);
}
