/**
 * What the engine sends, in place of a value of any type, for one that a preview cannot know yet.
 * Source: `plugin.UnknownStringValue` and its siblings in the Pulumi SDK.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The same for a value whose type is known to be another: a truth value, a number, a list, an asset, an archive, a map. */
const unknowns = new Set<unknown>([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** Whether the value is unknown, or holds an unknown at any depth. */
export function isUnknown(value: unknown): boolean {
  if (unknowns.has(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(isUnknown);
}
