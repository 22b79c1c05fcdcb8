import type { Status } from "../report";

/** One line of a .remoteitignore: hides the findings that all its conditions match. */
export interface IgnoreRule {
  /** `Device`, in any case. */
  type?: string;
  /** In any case. */
  id?: string;
  /** A glob over the finding's name: `tmp-*`. */
  name?: string;
  /** A glob over property paths: `attributes.**`. Hides the changes at these paths alone. */
  path?: string;
  status?: Status;
  /** The last day, in UTC, on which it holds: `2026-12-31`. */
  until?: string;
  /** Why it is there. */
  reason: string;
  /** Where it stands, for warnings: `.remoteitignore:3`. */
  source: string;
}

export const conditions = ["type", "id", "name", "path", "status", "until"] as const;
