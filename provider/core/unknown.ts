/**
 * What the engine sends, in place of a value of any type, for one that a preview cannot know yet.
 * Source: `plugin.UnknownStringValue` and its siblings in the Pulumi SDK.
 */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Whether the value is unknown, or holds an unknown at any depth. */
export function isUnknown(value: unknown): boolean {
  if (value === UNKNOWN) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(isUnknown);
}
