/** `skipped`: another check failed that this one needs. */
export type Status = "ok" | "warning" | "failed" | "skipped";

/** One line of the examination. */
export interface Check {
  /** What was looked at: "clock". The same in every version. */
  check: string;
  status: Status;
  /** What was found: a sentence without a full stop. */
  message: string;
  /** What to do about it, where it is not well: a sentence. */
  remedy?: string;
}

export const ok = (check: string, message: string): Check => ({ check, status: "ok", message });

export const warning = (check: string, message: string, remedy: string): Check => ({ check, status: "warning", message, remedy });

export const failed = (check: string, message: string, remedy: string): Check => ({ check, status: "failed", message, remedy });

export const skipped = (needs: string, ...checks: string[]): Check[] =>
  checks.map((check) => ({ check, status: "skipped", message: `skipped because of: ${needs}` }));
