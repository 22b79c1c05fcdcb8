import { Command, Option } from "commander";
import { ConfigurationError, RefusedError } from "../../provider/core/errors";
import {
  createAsking,
  createTrial,
  examine,
  type Finding,
  NAME,
  probes,
  readTrialDevice,
  type Status,
  type Trial,
} from "../../conformance";
import { asJson, asText, type Head, outcomeOf } from "../conformance/formats";
import { type AccountOptions, accountOf, warnOf, withAccountOptions } from "../options/account";
import { writeOut } from "../support/output";
import { interruptibleInOrder } from "../support/run";
import { visibleLines } from "../support/terminal";

interface Options extends AccountOptions {
  format: "text" | "json";
  write?: true;
  device?: string;
}

const endpointOfAll = "https://api.remote.it";

export function conformanceCommand(): Command {
  const command = new Command("conformance")
    .description(
      "Checks whether remote.it behaves as this package assumes where its documentation is silent. Changes nothing without --write.",
    )
    .optionsGroup("What to show:")
    .addOption(new Option("-f, --format <format>", "output format").choices(["text", "json"]).default("text"))
    .optionsGroup("Checks that need to write:")
    .option(
      "--write",
      `try it out on a device and put everything back: for a moment the device has an attribute, a tag and services called ${NAME}`,
    )
    .option("--device <id>", "the device to try it out on: one that the account owns or may manage");
  const running: Running = {};
  return withAccountOptions(command)
    .addHelpText("after", () => after)
    .action(
      interruptibleInOrder((signal: AbortSignal, options: Options) => run(running, signal, options), {
        waiting: () =>
          running.trial ? "Interrupted: what was changed is put back first. A second interrupt stops it at once.\n" : "",
        unfinished: () => (running.trial?.left() ?? []).map(({ what, byHand }) => `Left: ${what}. ${byHand}\n`).join(""),
      }),
    );
}

const after = `
One question for each thing that the product takes remote.it to do: docs/api-assumptions.md lists them. They are asked of the
endpoint's own schema, by reading, or with --write by a trial. The report names nothing of the account, so it can be
attached to an issue: docs/conformance.md.

Exit codes: 0 all as assumed, 2 something differs (with what goes wrong and which setting avoids it), 1 an error, 130
interrupted.

Examples:
  $ pulumi-remoteit conformance
  $ pulumi-remoteit conformance --stack prod --format json > conformance.json
  $ pulumi-remoteit conformance --write --device 80:00:00:00:01:23:45:67`;

/** What a signal has to know. */
interface Running {
  trial?: Trial;
}

async function run(running: Running, signal: AbortSignal, { format, write, device, ...account }: Options): Promise<void> {
  if (write ? device === undefined : device !== undefined) throw halfAsked(write === true);
  // Whichever signature is taken: which ones are is one of the questions.
  const from = await accountOf(account, signal);
  warnOf(from, (message) => process.stderr.write(`warning: ${visibleLines(message)}\n`));
  const settings = { ...from.settings, signature: "auto" } as const;
  if (device !== undefined) {
    const { client } = createAsking(settings, signal);
    running.trial = createTrial(settings, await readTrialDevice(client, device), signal);
  }
  const { trial } = running;
  const asking = createAsking(settings, signal, trial);
  await asking.client.account(); // without it there is nothing to ask
  const statuses = new Set<Status>();
  const findings = noting(statuses, examine(probes, asking));
  const head: Head = {
    endpoint: settings.endpoint === endpointOfAll ? endpointOfAll : "another endpoint",
    isWriting: trial !== undefined,
  };
  const written = writeOut((format === "json" ? asJson : asText)(head, findings));
  const failure = await written.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  await trial?.putBack();
  if (trial && trial.left().length > 0) throw leftBehind(trial);
  if (failure) throw failure.error;
  process.exitCode = { "as assumed": 0, differs: 2, failed: 1 }[outcomeOf(statuses)];
}

/** Counts what is found, and tells the user of what failed: the report itself must not name it. */
async function* noting(statuses: Set<Status>, findings: AsyncIterable<Finding>): AsyncGenerator<Finding> {
  for await (const finding of findings) {
    statuses.add(finding.status);
    if (finding.error) process.stderr.write(`${finding.probe.name}: ${visibleLines(finding.error.message)}\n`);
    yield finding;
  }
}

const halfAsked = (isWriting: boolean) =>
  new ConfigurationError({
    what: "Beginning the trials",
    why: isWriting
      ? "--write needs the device to try things out on."
      : "--device names a device to write to, and --write is not given.",
    remedy: "Give both --write and --device ID, or neither.",
  });

const leftBehind = (trial: Trial) =>
  new RefusedError({
    what: "Putting back what the trials changed on",
    subject: `device ${trial.device.id}`,
    why: `This could not be put back: ${[...new Set(trial.left().map(({ what }) => what))].join("; ")}.`,
    remedy: [...new Set(trial.left().map(({ byHand }) => byHand))].join(" "),
  });
