import type { Report, Section } from "../report";

export interface FormatOptions {
  /** What makes the run fail, and so is a failure in JUnit and an error in SARIF. Default: changed, missing, and all of high severity. */
  failOn?: readonly Section[];
  /** Text: every group and each of its members, however many they are. Default: false. */
  all?: boolean;
  /** Text: with the colours of a terminal. Default: false. */
  colour?: boolean;
  /** JUnit: how many seconds the comparison took. Default: 0. */
  seconds?: number;
  /** github: the most bytes. Default: what a step's summary may have. */
  limit?: number;
  /** SARIF: the file that the results point at, relative to the root of the repository. Default: `Pulumi.yaml`. */
  file?: string;
}

/** A way to write a report. */
export interface Format {
  /** What it is for, as `--help` says it. */
  describe: string;
  /** Of a file that holds it, with its dot. */
  extension: string;
  mediaType: string;
  /** The report in pieces, in their order: a report of 350,000 findings is never one text. */
  write: (report: Report, options?: FormatOptions) => Iterable<string>;
}

export const failOnDefault: readonly Section[] = ["changed", "missing", "high"];
