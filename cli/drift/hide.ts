import { join } from "node:path";
import type { Command } from "commander";
import { applyIgnore, baselineOf, onlyNew, parseBaseline, parseIgnore, type Report } from "../../drift";
import { safeJson } from "../../drift/formats/json-text";
import { ConfigurationError } from "../../provider/core/errors";
import { collect } from "../options/values";
import { readText } from "../support/input";
import { isErrno, reasonOf } from "../support/output";
import { writeFile } from "../support/output-file";

/** What of the report is known already. */
export interface HideOptions {
  cwd: string;
  ignoreFile?: string;
  ignore?: string[];
  baseline: string;
  writeBaseline?: true;
  onlyNew?: true;
}

/** Adds the options of rules that hide findings. */
export function withIgnoreOptions(command: Command): Command {
  return command
    .option("--ignore-file <file>", "file of ignore rules (default: the project's .remoteitignore, if it exists)")
    .option("--ignore <rule>", "an ignore rule; repeatable", collect);
}

/** Of the project's folder: read where it is there, without being named. */
const IGNORE_FILE = ".remoteitignore";

/** What hides findings, read before the account is: what is wrong with it is told at once. */
export async function readHiding(options: HideOptions): Promise<(report: Report) => Report> {
  const { cwd, ignoreFile = join(cwd, IGNORE_FILE), ignore = [], baseline } = options;
  const text = await contentOf(ignoreFile, "ignore rules", options.ignoreFile === undefined);
  const rules = [...parseIgnore(text ?? "", ignoreFile), ...ignore.flatMap((rule) => parseIgnore(rule, "--ignore"))];
  const known = options.onlyNew ? parseBaseline((await contentOf(baseline, "baseline", false)) ?? "", baseline) : undefined;
  return (report) => {
    const wanted = applyIgnore(report, rules);
    return known ? onlyNew(wanted, known) : wanted;
  };
}

export async function writeBaseline(report: Report, path: string): Promise<void> {
  await writeFile(path, [`${safeJson(baselineOf(report), 2)}\n`]);
}

async function contentOf(path: string, what: string, mayBeAbsent: boolean): Promise<string | undefined> {
  try {
    return await readText(path);
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (mayBeAbsent && error.code === "ENOENT") return undefined;
    throw new ConfigurationError({
      what: `Reading the ${what}`,
      subject: path,
      why: `${reasonOf(error)}.`,
      remedy: what === "baseline" ? "Write one with --write-baseline." : "Name a file that is there with --ignore-file.",
    });
  }
}
