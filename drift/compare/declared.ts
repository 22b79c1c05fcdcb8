import { Secret, unknown } from "../state/secret";
import type { Path } from "./path";

/** What stands in a declared value beside what can be compared. */
export interface Notes {
  /** Where a value is a secret, known or not. */
  secrets: Path[];
  /** Where a value is encrypted, so that nobody knows it. */
  encrypted: Path[];
  /** Where the state holds no value. */
  unknown: Path[];
}

/** The declared value without its marks. What cannot be compared is left out of it, a list as a whole, and noted. */
export function plain(value: unknown, path: Path, notes: Notes): unknown {
  if (value instanceof Secret) {
    notes.secrets.push(path);
    if (value.value !== undefined) return plain(value.value, path, notes);
    notes.encrypted.push(path);
    return undefined;
  }
  if (value === unknown) {
    notes.unknown.push(path);
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => plain(item, [...path, String(index)], notes));
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item, [...path, key], notes)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
