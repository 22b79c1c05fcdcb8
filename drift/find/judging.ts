import type { DeclaredOf, Different, Judge, Ruling, Verdict } from "../../provider/core/judge";
import { parsePath, type Path } from "../../provider/core/path";
import type { ReadOnlyContext } from "../../provider/domains";
import { idKey, type Page } from "../../provider/inventory";
import { isAbsent, near, type Notes, shown, unmarked } from "../compare";
import { type Kind, kinds } from "../kinds";
import type { Change, Finding } from "../report";
import { createInterner } from "../texts";
import { createContradicted, type Contradicted } from "./contradicted";
import { notComparable, type Obstacle, obstacleIn } from "./obstacles";
import { converge, settle } from "./remedies";
import { type Entry, isManaged, logicalName, type ResourceIndex } from "./resource-index";

/** Judges things of the account by the resources that speak of many of them. Nothing is kept of a thing but its findings. */
export interface Judging {
  /** What of each thing has to be read for it. */
  compared: ReadonlySet<string>;
  /** Whether one of these resources makes a thing of this kind and name. */
  isNamed: (type: string, name: string | undefined) => boolean;
  onPage: (page: Page) => OnPage;
  /** Those by which nothing can be judged, and why. */
  obstacles: () => Iterable<readonly [Entry, Obstacle]>;
  /** All of them, and whether a finding says that a thing is not as it declares. */
  entries: () => Iterable<readonly [Entry, hasFindings: boolean]>;
  warnings: () => string[];
}

export interface OnPage {
  findings: Finding[];
  /** What is said of a thing; undefined where none of these resources speaks of it. */
  of: (type: string, id: string) => Spoken | undefined;
}

export interface Spoken {
  /** Whether it has a finding. */
  isTold: boolean;
  /** Values of its properties that are there for these resources' sake. */
  given: Verdict["given"];
}

/** A resource that speaks of many things. */
interface Judged {
  entry: Entry;
  obstacle?: Obstacle;
  hasFindings: boolean;
  /** Absent where nothing that it declares is a secret. */
  isSecret?: (path: Path) => boolean;
}

/** What findings have in common. */
interface Shared {
  contradicted: Contradicted;
  changeOf: (different: Different, isSecret: Judged["isSecret"]) => Change;
  intern: (text: string) => string;
}

interface OfKind {
  judge: Judge<Page>;
  /** In the order of the declarations that the judge was given. */
  judged: readonly Judged[];
  names: ReadonlySet<string>;
}

export async function createJudging(context: ReadOnlyContext, index: ResourceIndex): Promise<Judging> {
  const all: OfKind[] = [];
  for (const kind of kinds.values()) {
    const ofKind = await judgeOf(context, kind, index.managed(kind.type));
    if (ofKind) all.push(ofKind);
  }
  const contradicted = createContradicted(index);
  const shared = { contradicted, changeOf: createChanges(), intern: createInterner() };
  const judged = all.flatMap((one) => one.judged);
  return {
    compared: new Set(all.flatMap(({ judge }) => [...judge.compared])),
    isNamed: (type, name) => name !== undefined && all.some(({ names }) => names.has(keyOf(type, name))),
    onPage: (page) => {
      const said = new Map<string, Spoken>();
      const findings: Finding[] = [];
      for (const ofKind of all) {
        for (const verdict of ofKind.judge.verdicts(page, declaredIn(index))) {
          const found = findingsOf(verdict, ofKind, shared);
          findings.push(...found);
          note(said, verdict, found.length > 0);
        }
      }
      return { findings, of: (type, id) => said.get(keyOf(type, id)) };
    },
    obstacles: () => judged.flatMap(({ entry, obstacle }) => (obstacle ? [[entry, obstacle] as const] : [])),
    entries: () => judged.map(({ entry, hasFindings }) => [entry, hasFindings] as const),
    warnings: contradicted.warnings,
  };
}

const keyOf = (type: string, id: string): string => `${type} ${idKey(id)}`;

async function judgeOf(context: ReadOnlyContext, kind: Kind, entries: readonly Entry[]): Promise<OfKind | undefined> {
  if (!kind.judge || entries.length === 0) return undefined;
  const judged: Judged[] = [];
  const declared: Parameters<typeof kind.judge>[1][number][] = [];
  for (const entry of entries) {
    const { inputs, unknown, secrets } = plain(kind, entry);
    const { accountId } = entry.resource;
    declared.push({ inputs, unknown, ...(accountId !== undefined && { accountId }) });
    judged.push({
      entry,
      hasFindings: false,
      ...(unknown.size > 0 && { obstacle: notComparable([...unknown], entry.stack) }),
      ...(secrets.length > 0 && { isSecret: near(secrets) }),
    });
  }
  const judge = await kind.judge(context, declared);
  for (const [index, error] of judge.failed) {
    const one = judged[index];
    if (one) one.obstacle = obstacleIn(error);
  }
  return { judge, judged, names: new Set(judge.names.map(({ type, name }) => keyOf(type, name))) };
}

/** What an entry declares, without marks, and what is not known of it. */
function plain({ inputs: fields }: Kind, { resource: { inputs } }: Entry) {
  const notes: Notes = { secrets: [], unknown: [] };
  const values = Object.entries(inputs).map(([name, value]) => [name, unmarked(value, [name], notes)] as const);
  const known = Object.fromEntries(values);
  const invalid = Object.keys(fields).filter((name) => !fields[name]?.schema.safeParse(known[name]).success);
  const unknown = new Set([...notes.unknown.map(([name]) => String(name)), ...invalid]);
  // A difference is told by its place below the property, and an item of a list by its name.
  const secrets = notes.secrets.map(([, ...path]) => path.slice(0, path.findIndex((key) => typeof key === "number") >>> 0));
  return { inputs: Object.fromEntries(values.filter(([name]) => !invalid.includes(name))), unknown, secrets };
}

/** What resources of single things declare, as far as it is known. */
const declaredIn =
  (index: ResourceIndex): DeclaredOf =>
  (type, id) =>
    index
      .of(type, id)
      .filter(isManaged)
      .map(({ resource: { inputs } }) => {
        const known = Object.entries(inputs).map(([name, value]) => [
          name,
          unmarked(value, [name], { secrets: [], unknown: [] }),
        ]);
        return Object.fromEntries(known) as Record<string, unknown>;
      });

function note(said: Map<string, Spoken>, { type, id, parts, given }: Verdict, isTold: boolean): void {
  said.set(keyOf(type, id), { isTold, given });
  for (const part of parts) said.set(keyOf(part.type, part.id), { isTold: false, given: {} });
}

function findingsOf(verdict: Verdict, { judged }: OfKind, { contradicted, changeOf, intern }: Shared): Finding[] {
  return verdict.rulings.flatMap((ruling) => {
    const one = judged[ruling.index];
    if (!one) return [];
    const against = contradicted.ofMany(verdict, ruling, judged);
    if (ruling.differences.length === 0) return [];
    one.hasFindings = true;
    const { entry } = one;
    const fleet = intern(logicalName(entry.resource));
    const isNewcomer = isNewer(verdict, entry);
    const reasons = [
      ...(isNewcomer ? [`New: matches ${entry.resource.type.toLowerCase()} ${fleet}, not converged yet.`] : []),
      ...(ruling.obstacle ? [ruling.obstacle.why] : []),
      ...against,
    ];
    return [
      {
        status: "changed",
        type: verdict.type,
        id: verdict.id,
        name: verdict.name ?? verdict.id,
        urn: entry.resource.urn,
        stack: entry.stack,
        fleet,
        ...(isNewcomer && { newcomer: true }),
        changes: ruling.differences.map((different) => changeOf(different, one.isSecret)),
        ...(reasons.length > 0 && { reason: intern(reasons.join(" ")) }),
        remedy: intern(remedyFor(ruling, entry, against.length > 0)),
      },
    ];
  });
}

/** Whether it came after the last update. Without a moment of either, nobody knows. */
function isNewer({ created }: Verdict, { resource: { modified } }: Entry): boolean {
  return created !== null && modified !== undefined && Date.parse(created) > modified;
}

function remedyFor({ obstacle }: Ruling, entry: Entry, isContradicted: boolean): string {
  if (isContradicted) return settle;
  return obstacle ? `${obstacle.remedy} ${converge(entry)}` : converge(entry);
}

/** One change for all things that differ alike, where the judge has one difference for them. */
function createChanges(): (different: Different, isSecret: Judged["isSecret"]) => Change {
  const known = new WeakMap<Different, Change>();
  return (different, isSecret) => {
    if (isSecret) return changeIn(different, isSecret(parsePath(different.path)));
    const change = known.get(different) ?? changeIn(different, false);
    known.set(different, change);
    return change;
  };
}

function changeIn({ path, expected, actual }: Different, isSecret: boolean): Change {
  const at = parsePath(path);
  if (isAbsent(expected)) return shown({ path: at, kind: "add", actual }, isSecret);
  if (isAbsent(actual)) return shown({ path: at, kind: "remove", expected }, isSecret);
  return shown({ path: at, kind: "update", expected, actual }, isSecret);
}
