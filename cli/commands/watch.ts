import { Command, Option } from "commander";
import { type Finding, type Report, type Status, statuses } from "../../drift";
import { failOnDefault } from "../../drift/formats/format";
import { safeJson } from "../../drift/formats/json-text";
import {
  createMoved,
  createAlertStore,
  driftEvent,
  eventText,
  resolvedEvent,
  type News,
  type WatchEvent,
} from "../../drift/watch";
import { operate } from "../../provider/client";
import { protectAddress } from "../../provider/core/address";
import { protect } from "../../provider/core/secrets";
import { type HideOptions, withIgnoreOptions } from "../drift/hide";
import { type StackOptions, withStackOptions } from "../drift/stacks";
import { secretOption } from "../options/secret";
import { offering } from "../completion/offers";
import { failOn, bytes, duration, httpUrl, list, path, port } from "../options/values";
import { withoutKeys } from "../support/environment";
import { ReaderGone, writeOut } from "../support/output";
import { runCommand } from "../watch/notify-command";
import { openMemory } from "../watch/memory-file";
import { post } from "../watch/notify-url";
import { startWebhookServer } from "../watch/webhook-server";
import { createNotifiers, type Notifier } from "../watch/notifiers";
import { openSource } from "../watch/source";
import { createProblems } from "../watch/problems";
import { createWatch } from "../watch/watch";

interface Options extends StackOptions, Pick<HideOptions, "ignoreFile" | "ignore"> {
  host: string;
  port: number;
  path: string;
  maxBody: number;
  settle: number;
  interval: number;
  failOn: readonly Status[];
  format: keyof typeof lines;
  notifyUrl?: string;
  notifyCommand?: string;
  notifyEnv?: string[];
  memory?: string;
}

const lines = {
  text: (event: WatchEvent) => `${eventText(event)}\n`,
  ndjson: (event: WatchEvent) => `${safeJson(event)}\n`,
};

export function watchCommand(): Command {
  const command = new Command("watch").description(
    "Watches for drift until it is interrupted: listens to the account's webhook, checks the devices that it names, and reports new drift and when it is resolved. Changes nothing.",
  );
  withStackOptions(command)
    .optionsGroup("Where to receive remote.it's webhook:")
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--port <number>", "port to listen on; 0 picks a free one", port, 8787)
    .addOption(
      secretOption(
        "--path <path>",
        "path of the webhook; make it hard to guess, since remote.it signs nothing",
        "REMOTEIT_WATCH_PATH",
        path,
      ).default("/"),
    )
    .option("--max-body <bytes>", "refuse request bodies larger than this", bytes, 64 * 1024)
    .optionsGroup("When to check:")
    .addOption(
      new Option("--settle <time>", "how long to collect calls before checking their devices together")
        .argParser(duration)
        .default(2_000, "2s"),
    )
    .addOption(
      new Option(
        "--interval <time>",
        "how often to compare everything, since the webhook does not report every change; 0: only on SIGHUP",
      )
        .argParser(duration)
        .default(15 * 60_000, "15m"),
    )
    .optionsGroup("What counts:")
    .addOption(
      offering(new Option("--fail-on <statuses>", `statuses to report: any of ${statuses.join(", ")}`), () => statuses, {
        isList: true,
      })
        .argParser(failOn)
        .default(failOnDefault, failOnDefault.join(",")),
    );
  return withIgnoreOptions(command)
    .optionsGroup("Whom to notify, once per finding:")
    .addOption(
      new Option("-f, --format <format>", "format of standard output, one line per event")
        .choices(Object.keys(lines))
        .default("text"),
    )
    .addOption(secretOption("--notify-url <url>", "POST each new finding here, as JSON", "REMOTEIT_WATCH_NOTIFY_URL", httpUrl))
    .option(
      "--notify-command <command>",
      "run this in the shell for each new finding, with the finding as JSON on its standard input; keys and passphrases are not in its environment",
    )
    .option(
      "--notify-env <names>",
      "variables with keys or passphrases that the command gets all the same, such as R3_ACCESS_KEY_ID,R3_SECRET_ACCESS_KEY",
      list,
    )
    .option("--memory <file>", "remember what was reported, so that a restart repeats nothing")
    .addHelpText("after", after)
    .action(run);
}

const after = `
SIGHUP reads the stacks and compares everything at once, as after a \`pulumi up\`. SIGINT and SIGTERM end it.
How remote.it reaches the watch, and what it cannot see: docs/watch.md.
Exit codes: 0 it was stopped, 1 it could not start.

Examples:
  $ pulumi-remoteit watch --stack prod --memory watch.json
  $ pulumi-remoteit watch -s prod --path /hook-2f9c4e1a7b --format ndjson | jq -r .name
  $ pulumi-remoteit watch -s prod --notify-url https://chat.example.com/hooks/drift
  $ pulumi-remoteit watch -s prod --notify-command 'jq -r .name | mail -s drift ops@example.com'`;

/** Somebody asked the watch to end: all is well. */
class Ended extends Error {}

async function run(options: Options, command: Command): Promise<void> {
  if (options.state?.includes("-")) command.error("error: --state - cannot be read again; give a file.");
  const ending = new AbortController();
  const { signal } = ending;
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => ending.abort(new Ended()));
  try {
    await operate(() => watch(options, ending), { waitSeconds: Number.POSITIVE_INFINITY, signal });
  } catch (error) {
    const why: unknown = signal.aborted ? signal.reason : error;
    if (!(why instanceof Ended || why instanceof ReaderGone)) throw why;
    // Requests that are still under way would hold it up.
    process.exit(0);
  }
}

async function watch(options: Options, ending: AbortController): Promise<void> {
  const { signal } = ending;
  const { host, format, failOn: counts, settle, interval } = options;
  protect(options.path);
  const problems = createProblems();
  // From the start: without a listener it would end the process.
  let rescan: () => void = () => undefined;
  process.on("SIGHUP", () => rescan());
  const source = await openSource(options, problems, signal);
  const notifying = notifiersOf(options);
  const memory = await openMemory(options.memory, problems);
  const alerts = createAlertStore(
    memory.remembered,
    notifying.map(({ name }) => name),
  );
  const save = () => memory.save(alerts.entries);
  const moved = createMoved(counts.includes("unmanaged"));
  const notified = (finding: Finding, name: string) => {
    alerts.notified(finding, name);
    save();
  };
  const notifiers = createNotifiers(notifying, notified, problems, signal);
  let printed = Promise.resolve();
  const onNews = ({ resolved, pending, fresh }: News, account: Report["account"]) => {
    const now = new Date();
    const events = [
      ...resolved.map((alert) => resolvedEvent(alert, account, now)),
      ...fresh.map((one) => driftEvent(one, account, now)),
    ];
    // Remembered once it is reported: where that fails, it is reported again after the next start.
    printed = printed.then(() => writeOut(events.map(lines[format]))).then(save, (error: unknown) => ending.abort(error));
    for (const { finding, notifiers: names } of pending) notifiers.notify(driftEvent(finding, account, now), finding, names);
  };
  const watching = createWatch({ source, alerts, moved, counts, settle, interval, problems, signal, onNews });
  const server = await startWebhookServer({
    host,
    port: options.port,
    path: options.path,
    maxBody: options.maxBody,
    onDelivery: watching.deliver,
    onRefused: (why) => problems.warn(`A call to the webhook was refused. ${why}`),
  });
  problems.info(`Listening on ${server.address}.`);
  ({ rescan } = watching);
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
  );
  try {
    await Promise.race([watching.run(), aborted]);
  } finally {
    await server.close();
    await printed;
    await memory.written();
  }
}

function notifiersOf({ notifyUrl, notifyCommand, notifyEnv = [] }: Options): Notifier[] {
  // An address for notices often holds what lets one in.
  if (notifyUrl !== undefined) protectAddress(notifyUrl);
  const url: Notifier[] =
    notifyUrl === undefined
      ? []
      : [{ name: "url", label: "The address of --notify-url", notify: post.bind(undefined, notifyUrl) }];
  if (notifyCommand === undefined) return url;
  const env = withoutKeys(process.env, notifyEnv);
  return [
    ...url,
    {
      name: "command",
      label: "The command of --notify-command",
      notify: (event, signal) => runCommand(notifyCommand, event, signal, undefined, env),
    },
  ];
}
