import { Command, Option } from "commander";
import { failOnDefault } from "../../drift/formats/format";
import { operate } from "../../provider/client";
import { offering } from "../completion/offers";
import { withIgnoreOptions } from "../drift/hide";
import { withStackOptions } from "../drift/stacks";
import { secretOption } from "../options/secret";
import { withKindsOption } from "../options/kinds";
import { countable, failOn, bytes, duration, httpUrl, list, path, port } from "../options/values";
import { keepHeapSmall } from "../../provider/core/heap";
import { ReaderGone } from "../support/output";
import { eventLines } from "../watch/news";
import { runWatch, type WatchCommandOptions } from "../watch/run";

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
    );
  withKindsOption(command)
    .optionsGroup("What counts:")
    .addOption(
      offering(
        new Option("--fail-on <statuses>", `statuses, and high severity, to report: any of ${countable.join(", ")}`),
        () => countable,
        {
          isList: true,
        },
      )
        .argParser(failOn)
        .default(failOnDefault, failOnDefault.join(",")),
    );
  return withIgnoreOptions(command)
    .optionsGroup("Whom to notify, once per finding:")
    .addOption(
      new Option("-f, --format <format>", "format of standard output, one line per event")
        .choices(Object.keys(eventLines))
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
    .addOption(
      new Option("--notify-timeout <time>", "how long the command may take; then it is told to end, and is ended 10 s later")
        .argParser(duration)
        .default(60_000, "60s"),
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

async function run(options: WatchCommandOptions, command: Command): Promise<void> {
  keepHeapSmall();
  if (options.state?.includes("-")) command.error("error: --state - cannot be read again; give a file.");
  const ending = new AbortController();
  const { signal } = ending;
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => ending.abort(new Ended()));
  try {
    await operate(() => runWatch(options, ending), { waitSeconds: Number.POSITIVE_INFINITY, signal });
  } catch (error) {
    const why: unknown = signal.aborted ? signal.reason : error;
    if (!(why instanceof Ended || why instanceof ReaderGone)) throw why;
    // Requests that are still under way would hold it up.
    process.exit(0);
  }
}
