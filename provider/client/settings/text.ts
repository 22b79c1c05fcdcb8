/** A setting as text: an explicit provider may give a number as such. An empty one counts as absent. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" ? value.trim() : value === undefined || value === null ? "" : JSON.stringify(value);
  return text === "" ? undefined : text;
}
