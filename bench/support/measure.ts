import type { Sample } from "./sample";

/** One measure: a file of its own in bench/, and one line in bench/index.ts. */
export interface Measure {
  title: string;
  /** What is measured and how, so that the figures can be judged and made again. */
  about: string;
  run: () => Promise<Result>;
}

export interface Result {
  rows: Row[];
  /** What the figures alone do not say, in Markdown. */
  notes?: string[];
}

/** One line: what we cost, beside what something else costs. */
export interface Row {
  name: string;
  ours: Sample;
  /** Name of the other: "the usual way", or the lower bound. */
  than: string;
  other: Sample;
  /** How values are printed. */
  unit: (value: number) => string;
  /** What is promised: a most for our value, or for its ratio to the other. Left out, the line only informs. */
  limit?: { value: number } | { ratio: number };
}

/** One of ours beside several others, a line for each. */
export const beside = (
  row: Pick<Row, "name" | "ours" | "unit">,
  ...others: readonly Pick<Row, "than" | "other" | "limit">[]
): Row[] => others.map((other) => ({ ...row, ...other }));
