import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Command, Option } from "commander";
import { createReadOnlyContext, failsOn, findDrift, type Section } from "../../drift";
import { languages } from "../../drift/adopt";
import { failOnDefault } from "../../drift/formats/format";
import { formats } from "../../drift/formats/index";
import { counted, number } from "../../drift/formats/words";
import {
  type RemediationOptions,
  writeRemediation,
  type FormatName,
  outputsOf,
  writeReport,
  writeStepSummary,
} from "../drift/outputs";
import { type HideOptions, readHiding, writeBaseline, withIgnoreOptions } from "../drift/hide";
import { adoptLanguage, type AdoptOptions } from "../drift/adopt";
import { readStacks, type StackOptions, withStackOptions } from "../drift/stacks";
import { offering } from "../completion/offers";
import { type KindOptions, withKindsOption } from "../options/kinds";
import { atLeastOne, countable, failOn, formatName, collect } from "../options/values";
import { filterOf, type FilterOptions, withFilterOptions } from "../options/filter";
import { fileInRepository } from "../drift/repository";
import { keepHeapSmall } from "../../provider/core/heap";
import { progressOn } from "../support/progress";
import { interruptible } from "../support/run";

interface Options extends StackOptions, KindOptions, FilterOptions, HideOptions, RemediationOptions, AdoptOptions {
  format?: FormatName[];
  output?: string[];
  all?: true;
  stepSummary: boolean;
  failOn: readonly Section[];
  maxRequests?: number;
}

export function driftCommand(): Command {
  const command = new Command("drift").description(
    "Compares stacks with the account and reports the differences. Changes nothing.",
  );
  withStackOptions(command)
    .optionsGroup("What to write:")
    .addOption(
      new Option("-f, --format <format>", "report format, see below; repeatable (default: text)")
        .choices(Object.keys(formats))
        .argParser(formatName),
    )
    .option("-o, --output <file>", "file for the n-th --format; - is standard output, which takes one report", collect)
    .option("--all", "in text: show every finding")
    .option("--no-step-summary", "do not add the report to the step summary in GitHub Actions (GITHUB_STEP_SUMMARY)")
    .option("--import-file <file>", "write a file for `pulumi import --file` that imports everything unmanaged")
    .option(
      "--adopt-code [file]",
      "write a program that adopts everything unmanaged and changes nothing; without a file, to standard output",
    )
    .addOption(
      new Option(
        "--adopt-as <language>",
        "language of that program (default: by the file's extension, else by the project's runtime; TypeScript is for the plugin or the classes, whichever the stacks use)",
      ).choices(Object.keys(languages)),
    )
    .option(
      "--as-fleets",
      "in that program: declare a Fleet for unmanaged devices that share a tag and have services in common, in place of each of them",
    );
  withKindsOption(command);
  withFilterOptions(command)
    .optionsGroup("What counts:")
    .addOption(
      offering(
        new Option(
          "--fail-on <statuses>",
          `statuses, and high severity, for which the exit code is 2: any of ${countable.join(", ")}; or none`,
        ),
        () => [...countable, "none"],
        { isList: true },
      )
        .argParser(failOn)
        .default(failOnDefault, failOnDefault.join(",")),
    );
  withIgnoreOptions(command)
    .option("--baseline <file>", "the baseline file", "remoteit-baseline.json")
    .option("--write-baseline", "accept the current findings: write them to the baseline and exit with 0")
    .option("--only-new", "leave out findings that are in the baseline")
    .option(
      "--max-requests <number>",
      "send at most this many requests; what could not be read is reported as not checked",
      atLeastOne,
    );
  return command.addHelpText("after", after).action(interruptible(run));
}

const after = `
${Object.entries(formats)
  .map(([name, { describe }]) => `- ${name}: ${describe}`)
  .join("\n")}

An ignore rule is one or more conditions and a reason; in a file, one rule a line: name:"lab-*" type:Device until:2026-12-31  # why.
The conditions are type, id, name, path, status and until.

Exit codes: 0 in sync, 2 drift (as --fail-on says), 1 an error, 130 interrupted.

Examples:
  $ pulumi-remoteit drift --stack prod
  $ pulumi-remoteit drift --all-stacks --fail-on changed,missing,unmanaged
  $ pulumi-remoteit drift -s prod -f text -f html -f sarif -o - -o drift.html -o drift.sarif
  $ pulumi stack export -s prod | pulumi-remoteit drift --state - --format json | jq .summary
  $ pulumi-remoteit drift -s prod --kinds all
  $ pulumi-remoteit drift -s prod --ignore 'type:Device name:"lab-*"  # not ours'
  $ pulumi-remoteit drift -s prod --baseline known.json --write-baseline    # once
  $ pulumi-remoteit drift -s prod --baseline known.json --only-new          # from then on
  $ pulumi-remoteit drift -s prod --tag site-a --adopt-code adopt.ts
  $ pulumi-remoteit drift -s prod --adopt-code fleets.ts --as-fleets`;

async function run(signal: AbortSignal, options: Options, command: Command): Promise<void> {
  keepHeapSmall();
  const outputs = checked(command, () => outputsOf(options.format, options.output ?? [], options.adoptCode === true));
  if (options.adoptAs && options.adoptCode === undefined) command.error("error: --adopt-as goes with --adopt-code.");
  if (options.asFleets && options.adoptCode === undefined) command.error("error: --as-fleets goes with --adopt-code.");
  const hide = await readHiding(options);
  const progress = progressOn();
  const { settings, stacks } = await readStacks(options, signal);
  const language = options.adoptCode === undefined ? undefined : adoptLanguage(options, stacks);
  const context = createReadOnlyContext(settings, progress.log);
  const { maxRequests } = options;
  const filter = filterOf(options);
  const from = performance.now();
  try {
    const report = hide(
      await findDrift(context, stacks, {
        ...(filter && { filter }),
        ...(options.kinds && { kinds: options.kinds }),
        signal,
        ...(maxRequests !== undefined && { maxRequests }),
        progress: (done, total) => progress.show(`${number(done)} of ${counted(total, "device")}`),
      }),
    );
    progress.clear();
    const file = fileInRepository(join(options.cwd, "Pulumi.yaml"));
    await writeReport(report, outputs, {
      failOn: options.failOn,
      all: options.all ?? false,
      seconds: (performance.now() - from) / 1000,
      ...(file !== undefined && { file }),
    });
    const summary = process.env["GITHUB_STEP_SUMMARY"];
    if (summary && options.stepSummary) await writeStepSummary(report, summary, (message) => progress.log("warning", message));
    await writeRemediation(context, report, options, language);
    if (options.writeBaseline) await writeBaseline(report, options.baseline);
    else if (failsOn(report, options.failOn)) process.exitCode = 2;
  } finally {
    progress.clear();
  }
}

function checked<T>(command: Command, work: () => T): T {
  try {
    return work();
  } catch (error) {
    return command.error(`error: ${(error as Error).message}`);
  }
}
