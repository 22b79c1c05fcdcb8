import type { Report, Status } from "../report";

/** One line of a .remoteitignore: hides findings that all its conditions match. */
export interface IgnoreRule {
  type?: string;
  id?: string;
  /** A glob over the finding's name. */
  name?: string;
  /** A glob over property paths: hides these changes alone. */
  path?: string;
  status?: Status;
  /** The last day it holds, in UTC: 2026-12-31. */
  until?: string;
  reason: string;
  /** Where it stands, for warnings: `.remoteitignore:3`. */
  source: string;
}

/** @throws ValidationError that names every line that is wrong. @param source - Name of the file, or of the flag. */
export function parseIgnore(text: string, source = ".remoteitignore"): IgnoreRule[] {
  return text === "" ? [] : [{ reason: "", source }];
}

/** The report without what the rules hide. Rules that are expired or hide nothing are warned of. */
export function applyIgnore(report: Report, rules: readonly IgnoreRule[], now = new Date()): Report {
  return rules.length + now.getTime() === 0 ? { ...report } : report;
}
