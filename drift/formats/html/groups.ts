import type { Group } from "../../group";
import { type Change, type Finding, sectionOf, sections as all } from "../../report";
import { differenceText, ownChanges } from "../value";
import { number, words } from "../words";
import { changesTable, escape, name } from "./elements";

export interface Shown {
  /** Members of a group that are shown. */
  members: number;
  /** Whether a member's stack is named: there are several. */
  stacks: boolean;
  /** Whether groups are open from the start: the report is short. */
  open: boolean;
}

/** A section for what is of high severity, and one for each status; in it the groups, which fold. */
export function* sections(groups: Group[], shown: Shown): Iterable<string> {
  for (const section of all) {
    const inSection = groups.filter((one) => sectionOf(one) === section);
    if (inSection.length === 0) continue;
    const { title, means } = words[section];
    yield `<section class="status" aria-labelledby="is-${section}">\n<h2 id="is-${section}"><span class="dot ${section}" aria-hidden="true"></span>${title} <small>${means}</small></h2>\n`;
    for (const one of inSection) yield* groupElement(one, shown);
    yield "</section>\n";
  }
}

function* groupElement(one: Group, shown: Shown): Iterable<string> {
  const { members, status, severity, type, fleet, reason, remedy, changes = [] } = one;
  const of = fleet === undefined ? "" : ` of fleet ${name(fleet)}`;
  const how = severity ? ` <span class="is ${status}">${words[status].title.toLowerCase()}</span>` : "";
  yield `<details class="group" data-status="${status}" data-type="${escape(type)}"${shown.open ? " open" : ""}>\n<summary><span class="count">${number(members.length)}</span><span class="what"><b>${escape(type)}</b>${of}${how} ${headline(one)}</span></summary>\n<div class="body">\n`;
  if (reason !== undefined) yield `<p>${escape(reason, 1000)}</p>\n`;
  yield changesTable(changes);
  const lines = remedy.split("\n").map((line) => escape(line, 1000));
  yield `<p class="remedy"><span>To fix</span> <code>${lines.join("\n")}</code></p>\n`;
  yield* membersTable(one, shown, status !== "unmanaged");
  yield "</div>\n</details>\n";
}

function headline({ members, changes = [], reason }: Group): string {
  const only = members.length === 1 && members[0] ? `${name(members[0].name)} ` : "";
  return only + (reason === undefined ? changes.slice(0, 3).map(chip).join(" ") + more(changes.length - 3) : escape(reason));
}

function chip(change: Change): string {
  return `<span class="chip"><code>${escape(change.path, 60)}</code> <span class="quiet">${escape(differenceText(change, 40))}</span></span>`;
}

function more(count: number): string {
  return count > 0 ? ` <span class="quiet">and ${count} more</span>` : "";
}

function* membersTable(one: Group, { members, stacks }: Shown, managed: boolean): Iterable<string> {
  const columns = ["Name", "Id", ...(managed ? ["In the program"] : []), ...(managed && stacks ? ["Stack"] : [])];
  yield `<div class="wide" tabindex="0" role="group" aria-label="Resources"><table class="members"><thead><tr>${columns.map((title) => `<th scope="col">${title}</th>`).join("")}</tr></thead>\n`;
  for (const member of one.members.slice(0, members)) {
    const own = ownChanges(one, member);
    const more = own.length > 0 ? `<tr class="own"><td colspan="${columns.length}">${changesTable(own)}</td></tr>` : "";
    yield `<tbody class="member">${memberRow(member, managed, stacks)}${more}</tbody>\n`;
  }
  yield "</table></div>\n";
  const left = one.members.length - members;
  if (left > 0) yield `<p class="left">… and ${number(left)} more like these, which the report in JSON lists.</p>\n`;
}

function memberRow({ id, name: called, urn = "", stack = "" }: Finding, managed: boolean, stacks: boolean): string {
  const logical = `<td title="${escape(urn, 1000)}"><code>${escape(urn.split("::").at(-1) ?? "")}</code></td>`;
  return `<tr><td>${name(called)}</td><td><code>${escape(id)}</code></td>${managed ? logical : ""}${managed && stacks ? `<td>${name(stack)}</td>` : ""}</tr>`;
}

/**
 * How many members each group may show, so that they are at most `most` together: the same number for all, and all of those
 * that are smaller. The largest group never costs the others their place.
 */
export function share(sizes: number[], most: number): number {
  let left = most;
  for (const [index, size] of [...sizes].sort((one, other) => one - other).entries()) {
    const each = Math.floor(left / (sizes.length - index));
    if (size > each) return each;
    left -= size;
  }
  return Infinity;
}
