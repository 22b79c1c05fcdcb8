import { Command } from "commander";
import { safeJson } from "../../drift/formats/json-text";
import type { Check, Status } from "../doctor/check";
import { examine } from "../doctor/examine";
import { type AccountOptions, accountOf, withAccountOptions } from "../options/account";
import { writeOut } from "../support/output";
import { pulumiIn } from "../support/pulumi";
import { interruptible } from "../support/run";
import { pad, styleFor, visible } from "../support/terminal";

interface Options extends AccountOptions {
  json?: true;
}

export function doctorCommand(): Command {
  const command = new Command("doctor")
    .description("Checks whether the provider can work here, and says how to fix what is wrong. Changes nothing.")
    .optionsGroup("What to show:")
    .option("--json", "as JSON: {formatVersion, ok, checks: [{check, status, message, remedy?}]}");
  return withAccountOptions(command)
    .addHelpText(
      "after",
      `
It looks at Node, the Pulumi CLI, who may read the credentials file, where the access key comes from, the way to remote.it (proxy, certificates, kind of address),
the clock, whether remote.it is reached and accepts the signature, whose account answers, what the key may do there,
how many devices fit on a page, and what needs REST and a developer key.
Exit code 1 if a check failed; warnings do not count.

Examples:
  $ pulumi-remoteit doctor
  $ pulumi-remoteit doctor --stack prod --cwd infra
  $ pulumi-remoteit doctor --json | jq '.checks[] | select(.status == "failed")'`,
    )
    .action(interruptible(run));
}

async function run(signal: AbortSignal, options: Options): Promise<void> {
  const statuses = new Set<Status>();
  const checks = noting(
    statuses,
    examine(pulumiIn(options.cwd, signal), () => accountOf(options, signal), signal),
  );
  await writeOut(options.json ? asJson(checks) : asText(checks));
  if (statuses.has("failed")) process.exitCode = 1;
}

async function* noting(statuses: Set<Status>, checks: AsyncIterable<Check>): AsyncGenerator<Check> {
  for await (const check of checks) {
    statuses.add(check.status);
    yield check;
  }
}

async function* asJson(checks: AsyncIterable<Check>): AsyncGenerator<string> {
  const all: Check[] = [];
  for await (const check of checks) all.push(check);
  const ok = all.every(({ status }) => status !== "failed");
  yield `${safeJson({ formatVersion: 1, ok, checks: all }, 2)}\n`;
}

const colours = { ok: "green", warning: "yellow", failed: "red", skipped: "dim" } as const;

async function* asText(checks: AsyncIterable<Check>): AsyncGenerator<string> {
  const style = styleFor(process.stdout);
  for await (const { check, status, message, remedy } of checks) {
    yield `${style(colours[status], pad(status, 7))}  ${pad(check, 16)}  ${visible(message)}\n`;
    if (remedy !== undefined) yield `${" ".repeat(27)}${visible(remedy)}\n`;
  }
}
