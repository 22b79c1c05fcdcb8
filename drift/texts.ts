import { createHash } from "node:crypto";

/** The first few, and how many more there are: a warning must stay readable. */
export function listed(items: readonly string[], most = 5): string {
  const more = items.length - most;
  return `${items.slice(0, most).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/**
 * Gives one text for all that are equal: hundreds of thousands of findings have few remedies.
 *
 * @param most - How many different ones it keeps, where there may be many: those that came first.
 */
export function createInterner(most = Number.POSITIVE_INFINITY): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    if (texts.size < most) texts.set(text, text);
    return text;
  };
}

/** A short text that differs where the values differ, and does not show what they are. */
export function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 16);
}
