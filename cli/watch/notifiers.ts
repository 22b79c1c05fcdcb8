import type { Finding } from "../../drift";
import type { WatchEvent } from "../../drift/watch";
import type { Problems } from "./problems";

/** A way to pass on what is new. */
export interface Notifier {
  /** As the memory names it: `url`, `command`. */
  name: string;
  /** As a message names it. */
  label: string;
  /** Rejects with why it could not be passed on. */
  notify: (event: WatchEvent, signal: AbortSignal) => Promise<void>;
}

export interface Notifiers {
  notify: (event: WatchEvent, finding: Finding, names: readonly string[]) => void;
}

/** Findings that may wait for a slow notifier. */
const WAITING = 1_000;

/**
 * Passes on one after the other, each notifier at its own pace: one that is slow or dead holds up nobody else.
 *
 * @param notified - A notifier has passed it on, or was given up.
 */
export function createNotifiers(
  notifiers: readonly Notifier[],
  notified: (finding: Finding, name: string) => void,
  problems: Problems,
  signal: AbortSignal,
): Notifiers {
  const queues = new Map(notifiers.map((notifier) => [notifier.name, createQueue(notifier, notified, problems, signal)]));
  return {
    notify: (event, finding, names) => {
      for (const name of names) queues.get(name)?.(event, finding);
    },
  };
}

function createQueue(
  { name, label, notify }: Notifier,
  notified: (finding: Finding, name: string) => void,
  problems: Problems,
  signal: AbortSignal,
): (event: WatchEvent, finding: Finding) => void {
  let last = Promise.resolve();
  let waiting = 0;
  let lost = 0;
  const isOver = () => signal.aborted;
  const next = async (event: WatchEvent, finding: Finding) => {
    if (isOver()) return;
    try {
      await notify(event, signal);
      if (lost > 0) problems.info(`${label} is notified again; it missed ${lost} before.`);
      lost = 0;
    } catch (error) {
      // What is pending is passed on after the next start.
      if (isOver()) return;
      lost += 1;
      if (lost === 1)
        problems.info(
          `${label} could not be notified of ${finding.type} ${finding.id}: ${(error as Error).message}. The watch goes on.`,
        );
    } finally {
      waiting -= 1;
    }
    notified(finding, name);
  };
  return (event, finding) => {
    if (waiting >= WAITING) {
      problems.warn(`${WAITING} findings wait for ${label}: it is not notified of further ones.`);
      notified(finding, name);
      return;
    }
    waiting += 1;
    last = last.then(() => next(event, finding));
  };
}
