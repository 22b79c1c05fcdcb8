import { type Change, type Finding, sectionOf, sections, statuses } from "./report";

/** Findings that a reader sees as one: the same status, severity, type, fleet, change, reason and remedy. */
export interface Group extends Pick<Finding, "status" | "severity" | "type" | "fleet" | "changes" | "reason" | "remedy"> {
  /** At least one. Where the values of a change differ between them, the group's change holds neither `expected` nor `actual`. */
  members: Finding[];
}

type Members = [Finding, ...Finding[]];

/**
 * The findings by what happened, in the order of {@link sections} and {@link statuses} and the largest group first, those of one fleet together. What
 * happened to one thing alone joins the others of which the same properties changed, each to its own value: 500 devices that were renamed
 * are one group.
 */
export function group(findings: Finding[]): Group[] {
  const alike = gather(findings, (changes) => changes);
  const repeated = alike.filter(({ length }) => length > 1).map((members) => groupOf(members, members[0].changes));
  const alone = alike.filter(({ length }) => length === 1).map(([finding]) => finding);
  const similar = gather(alone, withoutValues).map((members) => groupOf(members, commonChanges(members)));
  return inOrder([...repeated, ...similar]);
}

/** By status; in it the fleets, and what no fleet wants, by size. */
function inOrder(groups: Group[]): Group[] {
  const inFleet = new Map<string, number>();
  for (const { status, members } of groups) {
    const key = fleetKey(status, members[0]);
    if (key !== undefined) inFleet.set(key, (inFleet.get(key) ?? 0) + members.length);
  }
  const sized = groups.map((one) => {
    const key = fleetKey(one.status, one.members[0]);
    return { one, key: key ?? "", size: (key === undefined ? undefined : inFleet.get(key)) ?? one.members.length };
  });
  sized.sort(
    (left, right) =>
      place(left.one) - place(right.one) ||
      right.size - left.size ||
      (left.key < right.key ? -1 : left.key > right.key ? 1 : 0) ||
      right.one.members.length - left.one.members.length,
  );
  return sized.map(({ one }) => one);
}

const fleetKey = (status: string, finding: Finding | undefined): string | undefined =>
  finding?.fleet === undefined ? undefined : `${status} ${finding.urn ?? ""}`;

function gather(findings: Finding[], kept: (changes: Change[]) => unknown): Members[] {
  const gathered = new Map<string, Members>();
  let last: Members | undefined;
  for (const finding of findings) {
    // In the order of a report most are as the one before.
    if (last && isPlainlyAlike(finding, last[0])) {
      last.push(finding);
      continue;
    }
    const { status, severity, type, fleet, urn, reason, remedy, changes = [] } = finding;
    const key = JSON.stringify([status, severity, type, fleet === undefined ? null : urn, reason, remedy, kept(changes)]);
    const members = gathered.get(key);
    if (members) members.push(finding);
    last = members ?? [finding];
    if (!members) gathered.set(key, last);
  }
  return [...gathered.values()];
}

/** Two without changes that are one group. */
const isPlainlyAlike = (one: Finding, other: Finding): boolean =>
  !one.changes &&
  !other.changes &&
  one.fleet === undefined &&
  other.fleet === undefined &&
  one.status === other.status &&
  one.severity === other.severity &&
  one.type === other.type &&
  one.reason === other.reason &&
  one.remedy === other.remedy;

function groupOf(members: Members, changes: Change[] | undefined): Group {
  const { status, severity, type, fleet, reason, remedy } = members[0];
  return {
    status,
    ...(severity && { severity }),
    type,
    ...(fleet !== undefined && { fleet }),
    ...(changes && { changes }),
    ...(reason !== undefined && { reason }),
    remedy,
    members,
  };
}

/** The changes of these members; with several, without values: no two of them have the same ones. */
function commonChanges(members: Members): Change[] | undefined {
  const { changes } = members[0];
  return members.length === 1 ? changes : changes && withoutValues(changes);
}

const withoutValues = (changes: Change[]): Change[] =>
  changes.map(({ path, kind, severity }) => ({ path, kind, ...(severity && { severity }) }));

const place = (one: Group) => sections.indexOf(sectionOf(one)) * statuses.length + statuses.indexOf(one.status);
