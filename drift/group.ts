import type { Change, Finding, Status } from "./report";

/** Findings that differ only in the thing they are about. */
export interface Group {
  status: Status;
  type: string;
  /** Where changed: the same for every member. */
  changes?: Change[];
  reason?: string;
  remedy: string;
  /** At least one, in the order of the report. */
  members: Finding[];
}

/** The findings in groups, in the order in which each group first appears: the same change on 500 devices is one group. */
export function group(findings: readonly Finding[]): Group[] {
  const groups: Group[] = [];
  const byRemedy = new Map<string, Map<string, Group>>();
  for (const finding of findings) {
    const { status, type, changes, reason, remedy } = finding;
    const alike = byRemedy.get(remedy) ?? new Map<string, Group>();
    byRemedy.set(remedy, alike);
    const key = JSON.stringify([status, type, changes, reason]);
    const known = alike.get(key);
    if (known) known.members.push(finding);
    else {
      const fresh = {
        status,
        type,
        ...(changes && { changes }),
        ...(reason !== undefined && { reason }),
        remedy,
        members: [finding],
      };
      alike.set(key, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}
