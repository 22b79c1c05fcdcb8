/** How an error or a log line names a thing: `"pump-7" (80:00:00:00:01:00:00:01)`. */
export function called(name: unknown, place: string): string {
  return typeof name === "string" ? `"${name}" (${place})` : place;
}
