import type { Finding, Managed } from "../report";
import { sharing } from "../sharing";
import { Secret } from "../state/secret";
import { type Entry, isManaged, type ResourceIndex } from "./resource-index";
import { comparisonOf } from "./comparison";
import { type AnyLive, calledWithout, nameOf } from "../kinds";
import { anotherAccount, hidden, type Obstacle, untold } from "./reasons";
import { adopt, settleKnown, makeAgain, undo } from "./remedies";

/** What a run has found out so far. */
export interface Results {
  findings: Finding[];
  inSync: Managed[];
}

/** Where findings go. Those with the same remedy share their texts: there may be hundreds of thousands. */
export interface Recorder {
  results: Results;
  /** A thing that the account holds. */
  met: (type: string, live: AnyLive) => void;
  missing: (entry: Entry) => void;
  /** The account shows nothing of it, and that is as declared. */
  inSync: (entry: Entry) => void;
  notChecked: (entry: Entry, obstacle: Obstacle) => void;
  /** Takes an entry out of the count. */
  leaveOut: (entry: Entry) => void;
}

export function createRecorder(index: ResourceIndex, account: { id: string }): Recorder {
  const results: Results = { findings: [], inSync: [] };
  const share = sharing();
  const settle = (entry: Entry, found: Omit<Finding, keyof Managed> | undefined, live?: AnyLive) => {
    entry.isSettled = true;
    const managed = described(entry, live);
    if (!found) return void results.inSync.push(managed);
    const { status, changes, reason, remedy } = found;
    results.findings.push({
      status,
      ...managed,
      ...(changes && { changes }),
      ...(reason !== undefined && { reason: share(reason) }),
      remedy: share(remedy),
    });
  };
  const notChecked = (entry: Entry, { reason, remedy }: Obstacle, live?: AnyLive) =>
    settle(entry, { status: "not-checked", reason, remedy }, live);

  const judge = (entry: Entry, live: AnyLive): void => {
    const { resource, stack } = entry;
    if (resource.accountId !== undefined && resource.accountId !== account.id)
      return void notChecked(entry, anotherAccount(resource.accountId, account.id), live);
    if (live.isHidden) return void notChecked(entry, hidden, live);
    const { changes, untold: paths } = comparisonOf(entry, live);
    const obstacle = paths.length > 0 ? untold(paths, stack) : undefined;
    if (changes.length > 0) {
      // What could not be compared beside is said as well.
      const more = obstacle && { reason: obstacle.reason };
      return void settle(entry, { status: "changed", changes, ...more, remedy: undo(stack) }, live);
    }
    if (obstacle) return void notChecked(entry, obstacle, live);
    settle(entry, undefined, live);
  };

  const unmanaged = (type: string, live: AnyLive, known: Entry | undefined) => {
    const remedy = known ? share(settleKnown(known)) : adopt(type);
    results.findings.push({ status: "unmanaged", type, id: live.id, name: calledWithout(live), remedy });
  };

  return {
    results,
    met: (type, live) => {
      const all = index.of(type, live.id);
      const managing = all.filter(isManaged);
      if (managing.length === 0) return void unmanaged(type, live, all[0]);
      for (const entry of managing) judge(entry, live);
    },
    missing: (entry) => settle(entry, { status: "missing", remedy: makeAgain(entry.resource, entry.stack) }),
    inSync: (entry) => settle(entry, undefined),
    notChecked,
    leaveOut: (entry) => void (entry.isSettled = true),
  };
}

function described({ resource, stack }: Entry, live: AnyLive | undefined): Managed {
  const { type, id, urn, inputs } = resource;
  const declared = inputs["name"];
  const logical = urn.split("::").slice(3).join("::");
  // A declared name that is a secret is one also where the account shows it.
  const name =
    declared instanceof Secret ? logical : ((live && nameOf(live)) ?? (typeof declared === "string" ? declared : logical));
  return { type, id, name, urn, stack };
}
