import { z } from "zod";
import { ValidationError } from "../provider/core/errors";
import { digestOf, listed } from "./texts";
import { inForm, parseJson } from "./json-input";
import { highFirst, type Change, type Finding, type Report, statuses, summaryOf, identityOf } from "./report";
import { withChanges } from "./severity";

const entrySchema = z.object({
  status: z.enum(statuses),
  type: z.string(),
  id: z.string(),
  /** For whoever reads the file: it is not compared. */
  name: z.string().optional(),
  /** Where a fleet wants it otherwise: the fleet's URN, since several may. */
  fleet: z.string().optional(),
  /** Where changed: a digest of each change by its path, so that another value is new again. No value stands in the file. */
  changes: z.record(z.string(), z.string()).optional(),
});

const baselineSchema = z.object({ formatVersion: z.literal(1), findings: z.array(entrySchema) });

/** What a report found, to be kept as JSON and compared with later reports. */
export type Baseline = z.output<typeof baselineSchema>;
type Entry = Baseline["findings"][number];

export function baselineOf({ findings }: Report): Baseline {
  return {
    formatVersion: 1,
    findings: findings.map(({ status, type, id, name, fleet, urn, changes }) => ({
      status,
      type,
      id,
      name,
      ...(fleet !== undefined && { fleet: urn ?? fleet }),
      ...(changes && { changes: Object.fromEntries(changes.map((change) => [change.path, digest(change)])) }),
    })),
  };
}

/** @throws ValidationError where the text is no baseline. @param source - Name of its file. */
export function parseBaseline(text: string, source: string): Baseline {
  const refusal = (why: string) =>
    new ValidationError({
      what: "Reading the baseline",
      subject: source,
      why,
      remedy: "Write it again from a report; a baseline of a newer pulumi-remoteit needs that version.",
    });
  return inForm(baselineSchema, parseJson(text, refusal), refusal);
}

/**
 * The report without what the baseline knows: the same thing with the same status and, where changed, the same changes.
 * Entries that nothing matches any more are warned of. The coverage stays: it is the account's.
 */
export function onlyNew(report: Report, baseline: Baseline): Report {
  const known = new Map(baseline.findings.map((entry) => [keyOf(entry, entry.fleet), entry]));
  const met = new Set<string>();
  const findings = report.findings.flatMap((finding) => {
    const key = keyOf(finding, finding.fleet === undefined ? undefined : (finding.urn ?? finding.fleet));
    const entry = known.get(key);
    if (!entry) return [finding];
    met.add(key);
    const left = finding.changes?.filter((change) => entry.changes?.[change.path] !== digest(change));
    return left && left.length > 0 ? [withChanges(finding, left)] : [];
  });
  const unread = new Set(report.findings.filter(({ status }) => status === "not-checked").map(identityOf));
  const isLookedAt = ({ type }: Entry) => !report.notLookedAt?.includes(type);
  const stale = [...known]
    .filter(([key, entry]) => !met.has(key) && !unread.has(identityOf(entry)) && isLookedAt(entry))
    .map(([, entry]) => entry);
  return {
    ...report,
    summary: { ...summaryOf(findings, report.inSync, 0), coverage: report.summary.coverage },
    // One of which only harmless changes are left is told among the others.
    findings: findings.sort(highFirst),
    hidden: report.hidden + report.findings.length - findings.length,
    warnings: [...report.warnings, ...warnOfStale(stale)],
  };
}

/** @param fleet - URN of the fleet that finds it otherwise. */
const keyOf = (entry: Pick<Finding, "status" | "type" | "id">, fleet: string | undefined): string =>
  `${entry.status} ${identityOf(entry)} ${fleet ?? ""}`;

const digest = ({ kind, expected, actual }: Change): string => digestOf([kind, expected, actual]);

function warnOfStale(stale: readonly Entry[]): string[] {
  if (stale.length === 0) return [];
  const names = listed(stale.map(({ type, id, name, status }) => `${type} ${name ?? id} (${status})`));
  return [`In the baseline but no longer in the account: ${names}. Write the baseline again.`];
}
