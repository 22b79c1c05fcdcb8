import { Secret, unknown } from "../state/secret";
import type { Path } from "../../provider/core/path";

/** What stands in a declared value beside what can be compared. */
export interface Notes {
  /** Where a value is a secret, known or not. */
  secrets: Path[];
  /** Where the state does not tell the value: it is encrypted, or was not known yet. */
  untold: Path[];
}

/** The declared value without its marks. What cannot be compared is left out of it, a list as a whole, and noted. */
export function plain(value: unknown, path: Path, notes: Notes): unknown {
  if (value instanceof Secret) {
    notes.secrets.push(path);
    if (value.value !== undefined) return plain(value.value, path, notes);
    notes.untold.push(path);
    return undefined;
  }
  if (value === unknown) {
    notes.untold.push(path);
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => plain(item, [...path, index], notes));
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item, [...path, key], notes)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
