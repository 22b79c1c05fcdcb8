import { differenceText } from "../formats/value";
import { visible } from "../formats/visible";
import type { Finding, Report } from "../report";
import type { Told } from "./memory";

/** What the watch tells of, as JSON: the finding, and what happened to it. It may gain properties. */
export interface WatchEvent extends Omit<Finding, "remedy"> {
  formatVersion: 1;
  /** `drift`: it is there. `healed`: it was told before and is no longer so; then `status` is what it was. */
  event: "drift" | "healed";
  /** When it was found out: `2026-11-25T08:00:00.000Z`. */
  time: string;
  account: Report["account"];
  /** Where it drifts. */
  remedy?: string;
}

export function driftEvent(finding: Finding, account: Report["account"], now: Date): WatchEvent {
  return { formatVersion: 1, event: "drift", time: now.toISOString(), account, ...finding };
}

export function healedEvent(told: Told, account: Report["account"], now: Date): WatchEvent {
  const { changes: _digests, owed: _receivers, ...thing } = told;
  return { formatVersion: 1, event: "healed", time: now.toISOString(), ...thing, account };
}

/** One line for a person. */
export function eventText({ event, time, status, type, id, name, stack, changes = [], reason, remedy }: WatchEvent): string {
  const of = stack === undefined ? "" : ` of stack ${visible(stack, 60)}`;
  const thing = `${visible(type)} "${visible(name, 100)}" (${visible(id, 100)})${of}`;
  if (event === "healed") return `${time} healed: ${thing} was ${status}`;
  const differences = changes.map((change) => `${visible(change.path, 60)} ${differenceText(change)}`);
  const parts = [...differences, ...(reason === undefined ? [] : [visible(reason, 300)])].join("; ");
  return `${time} ${status}: ${thing}${parts && `: ${parts}`}. ${visible(remedy ?? "", 500)}`;
}
