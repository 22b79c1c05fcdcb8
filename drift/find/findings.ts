import { sameValue } from "../../provider/core/field";
import { compare } from "../compare";
import { type AnyLive, kinds, labelOf, nameOf } from "../kinds";
import type { Finding, Managed, Report } from "../report";
import { severityOfChanges, severityOfMissing, severityOfUnmanaged } from "../severity";
import { Secret } from "../state/secret";
import { createInterner } from "../texts";
import { anotherAccount, hidden, notComparable, type Obstacle } from "./obstacles";
import type { Spoken } from "./judging";
import { adopt, adoptKnown, makeAgain, undo } from "./remedies";
import { type Entry, isManaged, logicalName, type ResourceIndex } from "./resource-index";

/** What a run has found out so far. Equal texts are kept once: there may be hundreds of thousands of findings. */
export interface Findings {
  account: Report["account"];
  findings: Finding[];
  inSync: Managed[];
  /** How many things are as resources of many declare, and have none of their own. */
  inFleets: () => number;
  warnings: string[];
  /** Kinds of which nothing was looked for. */
  notLookedAt: string[];
  /** A thing that the account holds, and what resources of many say of it. */
  met: (type: string, live: AnyLive, spoken?: Spoken) => void;
  missing: (entry: Entry) => void;
  /** The account shows nothing of it, and that is as declared. */
  asDeclared: (entry: Entry) => void;
  notChecked: (entry: Entry, obstacle: Obstacle) => void;
  /** Takes an entry out of the count. */
  leaveOut: (entry: Entry) => void;
}

export function createFindings(
  index: ResourceIndex,
  account: Report["account"],
  isNamedByMany: (type: string, name: string | undefined) => boolean,
): Findings {
  const findings: Finding[] = [];
  let inFleets = 0;
  const inSync: Managed[] = [];
  const intern = createInterner();
  /** Services of a fleet have the same few names; those of its devices are as many as there are devices. */
  const internName = createInterner(1_000);
  const judge = (entry: Entry, found: Omit<Finding, keyof Managed> | undefined, live?: AnyLive) => {
    entry.isJudged = true;
    const managed = described(entry, live);
    if (!found) return void inSync.push(managed);
    const { status, severity, changes, reason, remedy } = found;
    findings.push({
      status,
      ...(severity && { severity }),
      ...managed,
      ...(changes && { changes }),
      ...(reason !== undefined && { reason: intern(reason) }),
      remedy: intern(remedy),
    });
  };
  const notChecked = (entry: Entry, { reason, remedy }: Obstacle, live?: AnyLive) =>
    judge(entry, { status: "not-checked", reason, remedy }, live);

  const compareWith = (live: AnyLive, entry: Entry, spoken: Spoken | undefined): void => {
    const { resource, stack } = entry;
    if (resource.accountId !== undefined && resource.accountId !== account.id)
      return void notChecked(entry, anotherAccount(resource.accountId, account.id), live);
    if (live.isHidden) return void notChecked(entry, hidden, live);
    const { changes, unknown } = compare(resource, spoken ? withoutGiven(live, spoken.given, resource) : live);
    const obstacle = unknown.length > 0 ? notComparable(unknown, stack) : undefined;
    if (changes.length > 0) {
      // What could not be compared beside is said as well.
      const more = obstacle && { reason: obstacle.reason };
      return void judge(entry, { status: "changed", ...severityOfChanges(changes), changes, ...more, remedy: undo(stack) }, live);
    }
    if (obstacle) return void notChecked(entry, obstacle, live);
    judge(entry, undefined, live);
  };

  const unmanaged = (type: string, live: AnyLive, known: Entry | undefined) => {
    const remedy = known ? intern(adoptKnown(known)) : adopt(type);
    // A stack that knows it may hold its name to be a secret.
    const name = known ? described(known, live).name : labelOf(type, live);
    // Of one that a stack reads somebody knows.
    const severity = known ? {} : severityOfUnmanaged(type);
    findings.push({ status: "unmanaged", ...severity, type, id: live.id, name: internName(name), remedy });
  };

  return {
    account,
    findings,
    inSync,
    inFleets: () => inFleets,
    warnings: [...index.warnings],
    notLookedAt: [],
    met: (type, live, spoken) => {
      const all = index.of(type, live.id);
      if (!all.some(isManaged)) {
        if (spoken) {
          // A finding is counted by itself.
          if (!spoken.isTold) inFleets += 1;
          return;
        }
        const isIncidental = kinds.get(type)?.isIncidental === true && !index.manages(type);
        const isNamed = index.isNamed(type, nameOf(live)) || isNamedByMany(type, nameOf(live));
        if (all.length === 0 && (isIncidental || isNamed)) return;
        return void unmanaged(type, live, all[0]);
      }
      for (const entry of all) if (isManaged(entry)) compareWith(live, entry, spoken);
    },
    missing: (entry) =>
      judge(entry, {
        status: "missing",
        ...severityOfMissing(entry.resource.type),
        remedy: makeAgain(entry.resource, entry.stack),
      }),
    asDeclared: (entry) => judge(entry, undefined),
    notChecked,
    leaveOut: (entry) => void (entry.isJudged = true),
  };
}

function described({ resource, stack }: Entry, live: AnyLive | undefined): Managed {
  const { type, id, urn, inputs } = resource;
  const declared = inputs["name"];
  // A declared name that is a secret is one also where the account shows it.
  const shown = declared instanceof Secret ? undefined : live && nameOf(live);
  // Of two equal texts the state's, which is kept in any case.
  const known = typeof declared === "string" && (shown ?? declared) === declared ? declared : shown;
  return { type, id, name: known ?? logicalName({ urn }), urn, stack };
}

/** The thing without the values that are there for others' sake alone. */
function withoutGiven(live: AnyLive, given: Spoken["given"], { type, inputs: declared }: Entry["resource"]): AnyLive {
  const inputs = live.inputs as Readonly<Record<string, unknown>>;
  const own = Object.entries(given).flatMap(([name, values]) => {
    const [held, wanted] = [inputs[name], declared[name]];
    const field = kinds.get(type)?.inputs[name];
    if (!field || !Array.isArray(held) || !Array.isArray(wanted)) return [];
    const isWanted = (value: unknown) => wanted.some((one) => sameValue(field, [one], [value], live.hints));
    return [[name, held.filter((value) => !values.includes(value as string) || isWanted(value))] as const];
  });
  return own.length === 0 ? live : { ...live, inputs: { ...inputs, ...Object.fromEntries(own) } };
}
