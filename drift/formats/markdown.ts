import { group, type Group } from "../group";
import { type Change, type Finding, type Report, sectionOf, statuses } from "../report";
import { differenceText, ownChanges } from "./value";
import { counted, coverageText, number, remarks, silentOn, verdict, words } from "./words";
import { visible } from "./visible";

/** Bytes that the body of a comment may have. GitHub counts characters, which are never more. */
export const COMMENT_LIMIT = 65_535;
/** Of all that the commands of a step add to its summary. */
export const STEP_SUMMARY_LIMIT = 1024 * 1024;
/** No report is cut to less. */
export const LEAST = 32 * 1024;

/** What is shown of more. */
const STACKS = 5;
const REMARKS = 10;
const MEMBERS = 25;

/** Room for the last words, which say what was left out. */
const RESERVE = 400;

/**
 * For a comment or a step summary: a table of counts, a paragraph for each group, its members folded. Never longer than
 * `limit` bytes (at least {@link LEAST}): what has no room is counted at the end.
 */
export function* markdown(report: Report, limit: number): Iterable<string> {
  let left = limit - RESERVE;
  const taken = (part: string) => {
    const bytes = Buffer.byteLength(part);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
  const head = summary(report);
  taken(head);
  yield head;
  const groups = group(report.findings);
  for (const [index, one] of groups.entries()) {
    const [section, before] = [one, groups[index - 1]].map((some) => some && sectionOf(some));
    const title = section === undefined || section === before ? "" : `\n### ${words[section].title}: ${words[section].means}\n`;
    const part = [title + paragraph(one) + folded(one, report), title + paragraph(one)].find(taken);
    if (part === undefined) {
      yield leftOut(groups.slice(index));
      return;
    }
    yield part;
  }
}

function summary(report: Report): string {
  const { stacks, summary: counts, account } = report;
  const names = stacks.slice(0, STACKS).map((stack) => codeSpan(stack, 60));
  if (stacks.length > STACKS) names.push(`${number(stacks.length - STACKS)} more`);
  const rows = statuses.map((status) => `| ${words[status].title} | ${number(counts[words[status].counts])} |`);
  const silence = silentOn(report);
  const notes = remarks(report).map((remark) => `- ${codeSpan(remark, 300)}\n`);
  const more = notes.length > REMARKS ? `- and ${counted(notes.length - REMARKS, "other warning")}\n` : "";
  return `## Drift of ${names.join(", ") || "no stack"}

${verdict(report)}. Account ${codeSpan(account.email ?? account.id, 100)}.

| | |
| --- | ---: |
${rows.join("\n")}
| In sync | ${number(counts.inSync)} |
| Coverage | ${coverageText(counts)} |
${silence === undefined ? "" : `\n${silence}\n`}${notes.length > 0 ? `\n${notes.slice(0, REMARKS).join("")}${more}` : ""}`;
}

function paragraph({ members, status, severity, type, fleet, reason, changes = [], remedy }: Group): string {
  const of = fleet === undefined ? "" : ` of fleet ${codeSpan(fleet, 100)}`;
  const how = severity ? ` ${words[status].title.toLowerCase()}` : "";
  const why = reason === undefined ? "" : `: ${codeSpan(reason, 300)}`;
  const only = members.length === 1 && members[0] ? ` ${codeSpan(members[0].name, 100)} ${codeSpan(members[0].id, 100)}` : "";
  const lines = remedy.split("\n").map((line) => `- Fix: ${codeSpan(line, 500)}\n`);
  return `\n**${number(members.length)} ×** ${codeSpan(type, 60)}${of}${how}${only}${why}\n\n${list(changes, "")}${lines.slice(0, 20).join("")}`;
}

function folded(one: Group, { stacks }: Report): string {
  const { members } = one;
  if (members.length === 1) return "";
  const shown = members.slice(0, MEMBERS);
  const title = shown.length < members.length ? `The first ${shown.length} of ${number(members.length)}` : `All ${shown.length}`;
  const rows = shown.map(
    (member) =>
      `- ${codeSpan(member.name, 100)} ${codeSpan(member.id, 100)}${where(member, stacks)}\n${list(ownChanges(one, member), "  ")}`,
  );
  return `\n<details><summary>${title}</summary>\n\n${rows.join("")}\n</details>\n`;
}

function where({ stack }: Finding, stacks: string[]): string {
  return stacks.length > 1 && stack !== undefined ? ` in ${codeSpan(stack, 60)}` : "";
}

function list(changes: Change[], indent: string): string {
  const shown = changes
    .slice(0, MEMBERS)
    .map((change) => `${indent}- ${codeSpan(change.path, 60)}: ${codeSpan(differenceText(change))}\n`);
  const more = changes.length > MEMBERS ? `${indent}- and ${counted(changes.length - MEMBERS, "other change")}\n` : "";
  return shown.join("") + more;
}

function leftOut(groups: Group[]): string {
  const findings = groups.reduce((sum, { members }) => sum + members.length, 0);
  return `\n**${counted(findings, "other finding")}** (${counted(groups.length, "group")}) do not fit here. The report in JSON lists them all.\n`;
}

/**
 * Text of unknown origin as a code span of Markdown: nothing in it is read as a link, an image, HTML or a mention. Outside of
 * tables only, where a bar would end the cell.
 */
export function codeSpan(text: string, most?: number): string {
  const safe = visible(text, most) || " ";
  const fence = "`".repeat(1 + Math.max(0, ...(safe.match(/`+/g) ?? []).map(({ length }) => length)));
  const padding = /^`|`$|^ .*[^ ].* $|^ +$/.test(safe) && safe.trim() !== "" ? " " : "";
  return fence + padding + safe + padding + fence;
}
