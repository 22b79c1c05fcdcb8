import { z } from "zod";
import { idKey } from "../provider/inventory";
import { kinds } from "./kinds";

export const statuses = ["changed", "missing", "unmanaged", "not-checked"] as const;

/** What is not in sync. `not-checked`: nobody knows, and `reason` says why. */
export type Status = (typeof statuses)[number];

/** What findings are told together: those of high severity, whatever their status, and the rest by status. */
export const sections = ["high", ...statuses] as const;

export type Section = (typeof sections)[number];

const severity = z.literal("high").exactOptional();

const change = z
  .object({
    path: z.string().describe("`name`, `attributes.$remoteit.color`, `tags`: as a Pulumi property path"),
    kind: z
      .enum(["add", "remove", "update"])
      .describe(
        "Seen from the account: it holds something that is not declared (add), lacks what is declared (remove), or holds another value (update)",
      ),
    expected: z.unknown().exactOptional().describe("What the program declared; absent where kind is add"),
    actual: z.unknown().exactOptional().describe("What the account holds; absent where kind is remove"),
    severity: severity.describe("Set where the account's value may let in more than the declared one"),
  })
  .meta({ id: "Change", description: "A property whose value in the account is not the declared one" });

const finding = z
  .object({
    status: z.enum(statuses),
    severity: severity.describe(
      "Set where somebody may reach what no program lets them reach: a share, a member or a link that nobody declared, a role that has become wider, a sign-in that was switched off",
    ),
    type: z.string().describe("Name of the resource in Pulumi: `Device`"),
    id: z.string().describe("Id in the account"),
    name: z.string().describe("What the account calls it; where that is not known, what the program does"),
    urn: z.string().exactOptional().describe("Absent where unmanaged: no stack knows it"),
    stack: z.string().exactOptional().describe("Absent where unmanaged"),
    fleet: z
      .string()
      .exactOptional()
      .describe("Where a fleet wants the thing otherwise: its name in the program. `urn` and `stack` are the fleet's then"),
    newcomer: z
      .literal(true)
      .exactOptional()
      .describe("Set where the thing came into the account after the last update of its fleet: the next one takes it in"),
    changes: z.array(change).min(1).exactOptional().describe("Where changed"),
    reason: z
      .string()
      .exactOptional()
      .describe("Where not checked: why. Where changed: what else is to be known, such as who wants something else of the thing"),
    remedy: z.string().describe("The command or the line of code that fixes it; findings that are fixed alike share the text"),
  })
  .meta({ id: "Finding", description: "Something that is not in sync" });

const count = z.int().nonnegative();

const summary = z
  .object({
    inSync: count.describe("Resources that are as declared"),
    changed: count,
    missing: count,
    unmanaged: count,
    notChecked: count,
    high: count.exactOptional().describe("How many of all these are of high severity; absent where none is"),
    coverage: z
      .number()
      .min(0)
      .max(1)
      .describe("The managed part of what the account holds, rounded to four decimals; 1 where it holds nothing"),
  })
  .meta({ id: "Summary", description: "How many things have each status, those that are hidden left out" });

/** The JSON report. It may gain properties; where one goes or changes its meaning, `formatVersion` grows. */
export const jsonReport = z
  .object({
    formatVersion: z.literal(1),
    stacks: z.array(z.string()),
    account: z.object({ id: z.string(), email: z.string().exactOptional() }),
    summary,
    hidden: count.describe("How many findings an ignore rule or the baseline hid"),
    warnings: z
      .array(z.string())
      .describe("What the reader has to know of the report itself: stale ignore rules, a list that changed while it was read"),
    notLookedAt: z
      .array(z.string())
      .min(1)
      .exactOptional()
      .describe(
        "Kinds of which nothing was looked for, so that nobody knows what of them is unmanaged: no stack holds one and `--kinds` names none, a filter leaves them out, or they could not be listed, as a warning says",
      ),
    findings: z
      .array(finding)
      .describe(
        "Those of high severity, then the others by status (changed, missing, unmanaged, not-checked); of these by type and name",
      ),
  })
  .meta({ title: "Drift report of pulumi-remoteit", description: "The drift of one or several stacks against one account" });

export type Change = z.infer<typeof change>;
export type Finding = z.infer<typeof finding>;
export type Summary = z.infer<typeof summary>;

/** A resource of a stack, as a report names it. */
export type Managed = Required<Pick<Finding, "type" | "id" | "name" | "urn" | "stack">>;

/** The drift of one or several stacks against one account. */
export interface Report extends Omit<z.infer<typeof jsonReport>, "formatVersion"> {
  /** What is as declared. */
  inSync: Managed[];
  /** How many things the account holds as fleets want them, beside those above: they are counted alone. */
  inFleets?: number;
}

/** @param managed - How many things of the account the stacks manage: see {@link managedIn}. */
export function summaryOf(findings: readonly Finding[], inSync: readonly Managed[], managed: number): Summary {
  const counts = { changed: 0, missing: 0, unmanaged: 0, "not-checked": 0 };
  for (const { status } of findings) counts[status] += 1;
  const { changed, missing, unmanaged, "not-checked": notChecked } = counts;
  const high = findings.filter((finding) => finding.severity === "high").length;
  const coverage = coverageOf(managed, unmanaged);
  return { inSync: inSync.length, changed, missing, unmanaged, notChecked, ...(high > 0 && { high }), coverage };
}

/** How many things the account holds for certain that a stack manages, each once. Of what is not checked nobody knows that. */
export function managedIn(findings: readonly Finding[], inSync: readonly Managed[], inFleets = 0): number {
  const changed = findings.filter(({ status }) => status === "changed");
  const things = inSync.filter(({ type }) => !kinds.get(type)?.judge);
  return new Set([...things, ...changed].map(identityOf)).size + inFleets;
}

/** Rounded down: 1 means all of them. */
function coverageOf(managed: number, unmanaged: number): number {
  const all = managed + unmanaged;
  return all === 0 ? 1 : Math.floor((managed / all) * 10_000) / 10_000;
}

type Named = Pick<Finding, "type" | "name" | "id">;

/** By code units: the same on every machine, and quick for hundreds of thousands. */
export function byName(one: Named, other: Named): number {
  return compareText(one.type, other.type) || compareText(one.name, other.name) || compareText(one.id, other.id);
}

export const sectionOf = ({ severity, status }: Pick<Finding, "severity" | "status">): Section => severity ?? status;

export const highFirst = (one: Finding, other: Finding): number =>
  Number(other.severity === "high") - Number(one.severity === "high");

/** As a report lists them. */
export function bySection(one: Finding, other: Finding): number {
  return highFirst(one, other) || statuses.indexOf(one.status) - statuses.indexOf(other.status) || byName(one, other);
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Names a thing of the account, whatever the case in which its id is written. */
export const identityOf = ({ type, id }: { type: string; id: string }): string => `${type} ${idKey(id)}`;

/** Whether a finding is of one of these statuses, or of high severity where that is named: then it counts to whoever asked. */
export const counts = ({ status, severity }: Pick<Finding, "severity" | "status">, named: readonly Section[]): boolean =>
  named.includes(status) || (severity !== undefined && named.includes(severity));

/** Whether the report holds a finding that counts: then it is drift to whoever asked. */
export const failsOn = (report: Report, named: readonly Section[]): boolean =>
  report.findings.some((finding) => counts(finding, named));
