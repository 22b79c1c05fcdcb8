import { group, type Group } from "../group";
import { type Change, type Finding, type Report, type Section, sectionOf, sections, statuses } from "../report";
import type { FormatOptions } from "./format";
import { type Paint, painter, type Style, aligned } from "./styling";
import { differenceText, ownChanges } from "./value";
import { visible } from "./visible";
import { counted, coverageText, number, remarks, silentOn, verdict, words } from "./words";

const styles: Record<Section, Style> = {
  high: "red",
  changed: "yellow",
  missing: "red",
  unmanaged: "cyan",
  "not-checked": "magenta",
};

/** What happened in the account, as a diff marks it. */
const signs: Record<Change["kind"], string> = { add: "+", remove: "-", update: "~" };

/** What is shown of more, so that what matters stands on one screen. */
const GROUPS = 5;
const SEVERE_GROUPS = 20;
const MEMBERS = { ofFewGroups: 3, ofMany: 1 };

/**
 * For a terminal: the summary, then what happened, largest first. Every line begins with a word or a sign of ours, so that no
 * name can begin one.
 */
export function* text(report: Report, { all = false, colour = false }: FormatOptions = {}): Iterable<string> {
  const paint = painter(colour);
  yield* head(report, paint);
  const groups = group(report.findings);
  const members = all ? Infinity : groups.length > 2 * GROUPS ? MEMBERS.ofMany : MEMBERS.ofFewGroups;
  for (const section of sections) {
    const inSection = groups.filter((one) => sectionOf(one) === section);
    if (inSection.length === 0) continue;
    const { title, means } = words[section];
    yield `\n${paint([styles[section], "bold"].flat() as Style, title)}: ${means}\n`;
    const shown = all ? inSection : inSection.slice(0, section === "high" ? SEVERE_GROUPS : GROUPS);
    for (const one of shown) yield* groupLines(one, report.stacks.length > 1, members, paint);
    yield rest(inSection.slice(shown.length), paint);
  }
}

function* head(report: Report, paint: Paint): Iterable<string> {
  const { stacks, account, summary } = report;
  const of = stacks.map((stack) => visible(stack, 60)).join(", ");
  yield `Drift of ${paint("bold", visible(of) || "no stack")} against the account ${visible(account.email ?? account.id)}\n`;
  yield `${verdict(report)}\n\n`;
  const rows = [
    ...statuses.map((status) => ({ label: words[status].title, value: summary[words[status].counts], style: styles[status] })),
    { label: "In sync", value: summary.inSync, style: "green" as Style },
  ];
  const labels = aligned(rows.map(({ label }) => label));
  const values = rows.map(({ value }) => number(value));
  const most = Math.max(...values.map(({ length }) => length));
  for (const [index, { value, style }] of rows.entries()) {
    const line = `${labels[index] ?? ""}  ${(values[index] ?? "").padStart(most)}`;
    yield `  ${paint(value > 0 ? style : "dim", line)}\n`;
  }
  yield `  Coverage: ${coverageText(summary)} of the account is managed\n`;
  const silence = silentOn(report);
  if (silence !== undefined) yield `  ${paint("dim", silence)}\n`;
  for (const remark of remarks(report)) yield `  ${paint("yellow", visible(remark, 500))}\n`;
}

function* groupLines(one: Group, several: boolean, most: number, paint: Paint): Iterable<string> {
  const { members, status, severity, type, fleet, reason, remedy } = one;
  const of = fleet === undefined ? "" : ` of fleet ${visible(fleet, 100)}`;
  // What stands under no status says which.
  const how = severity ? ` ${words[status].title.toLowerCase()}` : "";
  const title = paint("bold", `${number(members.length)} × ${visible(type)}${of}${how}`);
  const common = changeLines(one.changes ?? []);
  const isShort = reason === undefined && common.length === 1;
  const what = isShort ? `  ${common[0] ?? ""}` : reason === undefined ? "" : `: ${visible(reason, 300)}`;
  yield `\n  ${title}${what}\n`;
  if (!isShort) yield* common.map((line) => `    ${line}\n`);
  const shown = members.slice(0, most);
  const ids = aligned(shown.map(({ id }) => visible(id, 100)));
  for (const [index, member] of shown.entries()) {
    yield `    • ${paint("dim", ids[index] ?? "")}  ${visible(member.name, 100)}${where(member, several)}\n`;
    yield* changeLines(ownChanges(one, member)).map((line) => `      ${line}\n`);
  }
  if (shown.length < members.length) yield `    ${paint("dim", `… and ${number(members.length - shown.length)} more`)}\n`;
  for (const line of remedy.split("\n")) yield `    ${paint("green", `→ ${visible(line, 500)}`)}\n`;
}

function where({ stack }: Finding, several: boolean): string {
  return several && stack !== undefined ? ` (${visible(stack, 60)})` : "";
}

function changeLines(changes: Change[]): string[] {
  const paths = aligned(changes.map(({ path }) => visible(path, 60)));
  return changes.map((change, index) => `${signs[change.kind]} ${paths[index] ?? ""}  ${differenceText(change)}`);
}

function rest(groups: Group[], paint: Paint): string {
  if (groups.length === 0) return "";
  const findings = groups.reduce((sum, { members }) => sum + members.length, 0);
  return `\n  ${paint("dim", `… and ${counted(findings, "finding")} of ${counted(groups.length, "other kind")} (--all shows them)`)}\n`;
}
