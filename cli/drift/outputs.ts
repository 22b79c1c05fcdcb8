import { statSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import type { FormatOptions } from "../../drift/formats/format";
import { formats } from "../../drift/formats/index";
import { LEAST, STEP_SUMMARY_LIMIT } from "../../drift/formats/markdown";
import type { ReadOnlyContext, Report } from "../../drift";
import { ReaderGone, reasonOf, writeOut } from "../support/output";
import { writeFile } from "../support/output-file";
import { hasColour } from "../support/terminal";
import { adoptCode, importFile, type LanguageName, proposeFleets, readUnmanaged } from "../../drift/adopt";

export type FormatName = keyof typeof formats;

/** One way to write the report, and where to: a file, or standard output where there is none. */
export interface Output {
  format: FormatName;
  file: string | undefined;
}

/** The n-th file belongs to the n-th format; `-` and what is left are standard output, which takes one. Throws a text for the user. */
export function outputsOf(given: readonly FormatName[] | undefined, files: readonly string[], stdoutIsTaken: boolean): Output[] {
  const chosen = given ?? (stdoutIsTaken && files.length === 0 ? [] : ["text" as const]);
  if (files.length > chosen.length)
    throw new Error(
      `there are ${files.length} --output for ${chosen.length} --format: the n-th output belongs to the n-th format.`,
    );
  const outputs = chosen.map((format, index) => ({ format, file: files[index] === "-" ? undefined : files[index] }));
  const toStdout = outputs.filter(({ file }) => file === undefined).map(({ format }) => format);
  const all = [...toStdout, ...(stdoutIsTaken ? ["--adopt-code"] : [])];
  if (all.length > 1)
    throw new Error(`${all.join(" and ")} would all go to standard output: give ${all.length - 1} of them a file.`);
  return outputs;
}

/** Files first: they are there even where whoever reads standard output goes away. */
export async function writeReport(report: Report, outputs: readonly Output[], options: FormatOptions): Promise<void> {
  for (const { format, file } of outputs) if (file !== undefined) await writeFile(file, formats[format].write(report, options));
  for (const { format, file } of outputs) {
    if (file === undefined) await toStdout(formats[format].write(report, { ...options, colour: hasColour(process.stdout) }));
  }
}

/** The exit code tells of drift also where nobody reads to the end. */
export async function toStdout(chunks: Iterable<string>): Promise<void> {
  await writeOut(chunks).catch((error: unknown) => {
    if (!(error instanceof ReaderGone)) throw error;
  });
}

/** Adds the report to the page of a run of GitHub Actions, where the command runs in one. Not being able to is no failure of the check. */
export async function writeStepSummary(report: Report, path: string, warn: (message: string) => void): Promise<void> {
  try {
    // What other commands of the step have added counts as well: GitHub drops all of it where it is too much.
    const limit = STEP_SUMMARY_LIMIT - (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    if (limit < LEAST) return void warn(`The step summary ${path} is full: the report is not added to it.`);
    await appendFile(path, [...formats.github.write(report, { limit })].join(""));
  } catch (error) {
    warn(`The step summary ${path} cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

/** What takes over all that is unmanaged: a file, or standard output where `adoptCode` is true. */
export interface RemediationOptions {
  importFile?: string;
  adoptCode?: string | true;
  /** Whether fleets are proposed for what devices have in common. */
  asFleets?: true;
}

/** @param language - Of the program that adopts; undefined where none is wanted. */
export async function writeRemediation(
  context: ReadOnlyContext,
  report: Report,
  options: RemediationOptions,
  language: LanguageName | undefined,
): Promise<void> {
  const { importFile: importTo, adoptCode: adoptTo } = options;
  if (importTo === undefined && language === undefined) return;
  const unmanaged = await readUnmanaged(context, report.findings);
  if (importTo !== undefined) await writeFile(importTo, importFile(unmanaged));
  if (language === undefined) return;
  const { fleets, rest } = options.asFleets ? await proposeFleets(context, unmanaged) : { fleets: [], rest: unmanaged };
  const program = adoptCode(rest, language, fleets);
  await (typeof adoptTo === "string" ? writeFile(adoptTo, program) : toStdout(program));
}
