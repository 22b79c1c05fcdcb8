import type { Group } from "../group";
import type { Change, Finding } from "../report";
import { visible } from "./visible";

/** A value of a property as JSON on one line, cut off after `most` characters. */
export function valueText(value: unknown, most?: number): string {
  return visible(JSON.stringify(value ?? null), most);
}

/** `"red" → "blue"`: what is declared, and what the account holds. */
export function differenceText(change: Change, most = 60): string {
  const { kind, expected, actual } = change;
  if (!hasValues(change)) return "different for each";
  return `${kind === "add" ? "(not declared)" : valueText(expected, most)} → ${kind === "remove" ? "(none)" : valueText(actual, most)}`;
}

/** The changes of a member whose values its group does not show, because each member has its own. */
export function ownChanges(group: Group, member: Finding): Change[] {
  const shown = (group.changes ?? []).filter(hasValues).map(placeOf);
  return (member.changes ?? []).filter((change) => !shown.includes(placeOf(change)));
}

function hasValues(change: Change): boolean {
  return "expected" in change || "actual" in change;
}

const placeOf = ({ path, kind }: Change) => `${kind} ${path}`;
