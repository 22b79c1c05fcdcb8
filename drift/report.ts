/** A property whose value in the account is not the declared one. */
export interface Change {
  /** `name`, `attributes.$remoteit.color`, `tags`: as a Pulumi property path. */
  path: string;
  /** Seen from the account: it holds something that is not declared (add), lacks what is declared (remove), or holds another value. */
  kind: "add" | "remove" | "update";
  /** What the program declared. Absent where kind is add. */
  expected?: unknown;
  /** What the account holds. Absent where kind is remove. */
  actual?: unknown;
}

/** A resource of a stack, as a report names it. */
export interface Managed {
  /** Name of the resource in Pulumi: `Device`. */
  type: string;
  /** Id in the account. */
  id: string;
  /** What the account calls it; where that is not known, what the program does. */
  name: string;
  urn: string;
  stack: string;
}

export const statuses = ["changed", "missing", "unmanaged", "not-checked"] as const;

/** What is not in sync. `not-checked`: nobody knows, and `reason` says why. */
export type Status = (typeof statuses)[number];

export interface Finding {
  status: Status;
  type: string;
  id: string;
  name: string;
  /** Absent where unmanaged: no stack knows it. */
  urn?: string;
  stack?: string;
  /** Where changed: at least one. */
  changes?: Change[];
  /** Where not checked. */
  reason?: string;
  /** The command or the line of code that heals it. Findings that are healed alike share the text. */
  remedy: string;
}

export interface Summary {
  inSync: number;
  changed: number;
  missing: number;
  unmanaged: number;
  notChecked: number;
  /** The managed part of what the account holds, 0 to 1, rounded to four decimals; 1 where it holds nothing. */
  coverage: number;
}

/** The drift of one or several stacks against one account. */
export interface Report {
  stacks: string[];
  account: { id: string; email?: string };
  summary: Summary;
  /** By status in the order of {@link statuses}, then by type and name. */
  findings: Finding[];
  /** What is as declared. */
  inSync: Managed[];
  /** How many findings an ignore rule or the baseline hid. */
  hidden: number;
  /** What the reader has to know of the report itself: stale ignore rules, a list that changed while it was read. */
  warnings: string[];
}
