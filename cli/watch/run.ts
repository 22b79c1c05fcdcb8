import type { Finding, Section } from "../../drift";
import { createAlertStore, createMoved } from "../../drift/watch";
import { protect } from "../../provider/core/secrets";
import type { HideOptions } from "../drift/hide";
import type { KindOptions } from "../options/kinds";
import type { StackOptions } from "../drift/stacks";
import { type NotifierOptions, notifiersOf } from "./chosen-notifiers";
import { openMemory } from "./memory-file";
import { createReporting, type eventLines } from "./news";
import { createNotifiers } from "./notifiers";
import { createProblems } from "./problems";
import { openSource } from "./source";
import { createWatch, type Watch } from "./watch";
import { startWebhookServer } from "./webhook-server";

/** The options of `pulumi-remoteit watch`. */
export interface WatchCommandOptions
  extends StackOptions, KindOptions, NotifierOptions, Pick<HideOptions, "ignoreFile" | "ignore"> {
  host: string;
  port: number;
  path: string;
  maxBody: number;
  settle: number;
  interval: number;
  failOn: readonly Section[];
  format: keyof typeof eventLines;
  memory?: string;
}

/** Puts the watch together and runs it until it is to end. Rejects with the reason. */
export async function runWatch(options: WatchCommandOptions, ending: AbortController): Promise<void> {
  const { signal } = ending;
  const { host, format, failOn, kinds, settle, interval } = options;
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
  const moved = createMoved(failOn.includes("unmanaged"));
  const notified = (finding: Finding, name: string) => {
    alerts.notified(finding, name);
    save();
  };
  let checkAgain: Watch["checkAgain"] = () => Promise.resolve();
  const standing = { isThere: alerts.has, checkAgain: (findings: readonly Finding[]) => checkAgain(findings) };
  const notifiers = createNotifiers(notifying, notified, problems, signal, standing);
  const onFailure = (error: unknown) => ending.abort(error);
  const { report: onNews, printed } = createReporting({ format, notifiers, save, onFailure });
  const watching = createWatch({
    source,
    alerts,
    moved,
    failOn,
    ...(kinds && { kinds }),
    settle,
    interval,
    problems,
    signal,
    onNews,
  });
  const server = await startWebhookServer({
    host,
    port: options.port,
    path: options.path,
    maxBody: options.maxBody,
    onDelivery: watching.deliver,
    onRefused: (why) => problems.warn(`A call to the webhook was refused. ${why}`),
  });
  problems.info(`Listening on ${server.address}.`);
  ({ rescan, checkAgain } = watching);
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
  );
  try {
    await Promise.race([watching.run(), aborted]);
  } finally {
    await server.close();
    await printed();
    await memory.written();
  }
}
