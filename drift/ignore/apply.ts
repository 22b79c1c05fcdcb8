import { exportWithSecrets } from "../find/obstacles";
import { listed } from "../texts";
import { type Finding, type Managed, type Report, byName, bySection, managedIn, summaryOf } from "../report";
import { withChanges } from "../severity";
import { type Matcher, matcherOf } from "./matcher";
import type { IgnoreRule } from "./parse";

/**
 * The report without what the rules hide. A rule with a path takes changes away, and a finding without any left is in sync; a
 * rule without one takes the finding away. Rules that are expired do not count; they, and those that hide nothing, are
 * warned of.
 *
 * @param now - The day of it, in UTC, decides what is expired.
 */
export function applyIgnore(report: Report, rules: readonly IgnoreRule[], now = new Date()): Report {
  const today = now.toISOString().slice(0, 10);
  const expired = rules.filter(({ until }) => until !== undefined && until < today);
  const matchers = rules.filter((rule) => !expired.includes(rule)).map(matcherOf);
  const used = new Set<Matcher>();
  const findings: Finding[] = [];
  const inSync = [...report.inSync];
  for (const finding of report.findings) {
    const left = afterRules(finding, matchers, used);
    if (left === "in-sync") inSync.push(managed(finding));
    else if (left) findings.push(left);
  }
  const isLookedAt = ({ type }: IgnoreRule) => type === undefined || !report.notLookedAt?.includes(type);
  const unused = matchers.filter((matcher) => !used.has(matcher)).map(({ rule }) => rule);
  return {
    ...report,
    // What is ignored of a managed thing does not make it less managed.
    summary: summaryOf(findings, inSync, managedIn(report.findings, report.inSync, report.inFleets)),
    findings: findings.sort(bySection),
    inSync: inSync.sort(byName),
    hidden: report.hidden + report.findings.length - findings.length,
    warnings: [...report.warnings, ...expired.map(warnOfExpired), ...warnOfUnused(unused.filter(isLookedAt))],
  };
}

/** What is left of a finding; undefined where a rule hides it. */
function afterRules(finding: Finding, matchers: readonly Matcher[], used: Set<Matcher>): Finding | "in-sync" | undefined {
  let { changes } = finding;
  for (const matcher of matchers) {
    if (!matcher.finding(finding)) continue;
    const { change } = matcher;
    if (!change) {
      used.add(matcher);
      return undefined;
    }
    const left = changes?.filter((candidate) => !change(candidate));
    if (left?.length !== changes?.length) used.add(matcher);
    changes = left;
  }
  if (changes === finding.changes || changes === undefined) return finding;
  if (changes.length > 0) return withChanges(finding, changes);
  if (finding.reason === undefined || finding.fleet !== undefined) return "in-sync";
  const { changes: _hidden, severity: _ofThem, ...others } = finding;
  return { ...others, status: "not-checked", remedy: exportWithSecrets(finding.stack ?? "") };
}

function managed({ type, id, name, urn = "", stack = "" }: Finding): Managed {
  return { type, id, name, urn, stack };
}

const warnOfExpired = ({ source, until, reason }: IgnoreRule): string =>
  `${source}: the rule expired on ${until ?? ""} (${reason}). Remove it or give it a later date.`;

function warnOfUnused(rules: readonly IgnoreRule[]): string[] {
  if (rules.length === 0) return [];
  const names = listed(rules.map(({ source, reason }) => `${source} (${reason})`));
  return [`Ignore rules that hide nothing: ${names}. Remove what is out of date.`];
}
