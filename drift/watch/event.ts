import { differenceText } from "../formats/value";
import { visible } from "../formats/visible";
import type { Finding, Report } from "../report";
import type { Alert } from "./alert";

/** What the watch reports, as JSON: the finding, and what happened to it. It may gain properties. */
export interface WatchEvent extends Omit<Finding, "remedy"> {
  formatVersion: 1;
  /** `drift`: it is there. `resolved`: it was reported before and is no longer so; then `status` is what it was. */
  event: "drift" | "resolved";
  /** When it was found out: `2026-11-25T08:00:00.000Z`. */
  time: string;
  account: Report["account"];
  /** Where it drifts. */
  remedy?: string;
}

export function driftEvent(finding: Finding, account: Report["account"], now: Date): WatchEvent {
  return { formatVersion: 1, event: "drift", time: now.toISOString(), account, ...finding };
}

export function resolvedEvent(alert: Alert, account: Report["account"], now: Date): WatchEvent {
  const { changes: _digests, pending: _notifiers, ...thing } = alert;
  return { formatVersion: 1, event: "resolved", time: now.toISOString(), ...thing, account };
}

/** One line for a person. */
export function eventText({
  event,
  time,
  status,
  severity,
  type,
  id,
  name,
  stack,
  fleet,
  changes = [],
  reason,
  remedy,
}: WatchEvent): string {
  const inFleet = fleet === undefined ? "" : ` of fleet ${visible(fleet, 100)}`;
  const of = inFleet + (stack === undefined ? "" : ` of stack ${visible(stack, 60)}`);
  const thing = `${visible(type)} "${visible(name, 100)}" (${visible(id, 100)})${of}`;
  if (event === "resolved") return `${time} resolved: ${thing} was ${status}`;
  const differences = changes.map((change) => `${visible(change.path, 60)} ${differenceText(change)}`);
  const parts = [...differences, ...(reason === undefined ? [] : [visible(reason, 300)])].join("; ");
  return `${time} ${severity ? "high severity, " : ""}${status}: ${thing}${parts && `: ${parts}`}. ${visible(remedy ?? "", 500)}`;
}
