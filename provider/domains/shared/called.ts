/** How an error or a log line names a thing: `"pump-7" (80:00:00:00:01:00:00:01)`. */
export function called(name: unknown, place: string | undefined): string {
  if (typeof name !== "string") return place ?? "";
  return place === undefined ? `"${name}"` : `"${name}" (${place})`;
}
