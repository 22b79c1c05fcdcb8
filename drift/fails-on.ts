import type { Report, Status } from "./report";

/** Whether the report holds a finding of one of these statuses: then it is drift to whoever asked. */
export function failsOn(report: Report, statuses: readonly Status[]): boolean {
  return report.findings.some(({ status }) => statuses.includes(status));
}
