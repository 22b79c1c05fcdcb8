import { statuses, type Change, type Finding } from "./report";

/** Findings that a reader sees as one: the same status, type, change, reason and remedy. */
export interface Group extends Pick<Finding, "status" | "type" | "changes" | "reason" | "remedy"> {
  /** At least one. Where the values of a change differ between them, the group's change holds neither `expected` nor `actual`. */
  members: Finding[];
}

type Members = [Finding, ...Finding[]];

/**
 * The findings by what happened, in the order of {@link statuses} and the largest group first. What befell one thing alone
 * joins the others of which the same properties changed, each to its own value: 500 devices that were renamed are one group.
 */
export function group(findings: Finding[]): Group[] {
  const alike = gather(findings, (changes) => changes);
  const repeated = alike.filter(({ length }) => length > 1).map((members) => groupOf(members, members[0].changes));
  const alone = alike.filter(({ length }) => length === 1).map(([finding]) => finding);
  const similar = gather(alone, withoutValues).map((members) => groupOf(members, commonChanges(members)));
  return [...repeated, ...similar].sort((one, other) => place(one) - place(other) || other.members.length - one.members.length);
}

function gather(findings: Finding[], kept: (changes: Change[]) => unknown): Members[] {
  const gathered = new Map<string, Members>();
  let last: Members | undefined;
  for (const finding of findings) {
    // In the order of a report most are as the one before.
    if (last && isPlainlyAlike(finding, last[0])) {
      last.push(finding);
      continue;
    }
    const { status, type, reason, remedy, changes = [] } = finding;
    const key = JSON.stringify([status, type, reason, remedy, kept(changes)]);
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
  one.status === other.status &&
  one.type === other.type &&
  one.reason === other.reason &&
  one.remedy === other.remedy;

function groupOf(members: Members, changes: Change[] | undefined): Group {
  const { status, type, reason, remedy } = members[0];
  return { status, type, ...(changes && { changes }), ...(reason !== undefined && { reason }), remedy, members };
}

/** The changes of these members; with several, without values: no two of them have the same ones. */
function commonChanges(members: Members): Change[] | undefined {
  const { changes } = members[0];
  return members.length === 1 ? changes : changes && withoutValues(changes);
}

const withoutValues = (changes: Change[]): Change[] => changes.map(({ path, kind }) => ({ path, kind }));

const place = ({ status }: Group) => statuses.indexOf(status);
