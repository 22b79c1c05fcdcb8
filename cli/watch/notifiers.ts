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
  /** Set where it may put right what it is notified of, and what waits: then nothing is passed on that is right by then. */
  mayFix?: true;
}

/** How findings stand by now. */
export interface Standing {
  /** Whether it still drifts, as far as was found out. */
  isThere: (finding: Finding) => boolean;
  /** Finds out anew, all of them together. Never rejects. */
  checkAgain: (findings: readonly Finding[]) => Promise<void>;
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
 * @param standing - For notifiers that may put findings right.
 */
export function createNotifiers(
  notifiers: readonly Notifier[],
  notified: (finding: Finding, name: string) => void,
  problems: Problems,
  signal: AbortSignal,
  standing?: Standing,
): Notifiers {
  const queues = new Map(
    notifiers.map((notifier) => [notifier.name, createQueue(notifier, notified, problems, signal, standing)]),
  );
  return {
    notify: (event, finding, names) => {
      for (const name of names) queues.get(name)?.(event, finding);
    },
  };
}

function createQueue(
  { name, label, notify, mayFix }: Notifier,
  notified: (finding: Finding, name: string) => void,
  problems: Problems,
  signal: AbortSignal,
  standing: Standing | undefined,
): (event: WatchEvent, finding: Finding) => void {
  let last = Promise.resolve();
  const waiting = new Set<Finding>();
  let lost = 0;
  const isOver = () => signal.aborted;
  const next = async (event: WatchEvent, finding: Finding) => {
    if (isOver()) return;
    if (mayFix && standing?.isThere(finding) === false) {
      waiting.delete(finding);
      return;
    }
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
      waiting.delete(finding);
    }
    notified(finding, name);
    if (mayFix) await standing?.checkAgain([finding, ...waiting]);
  };
  return (event, finding) => {
    if (waiting.size >= WAITING) {
      problems.warn(`${WAITING} findings wait for ${label}: it is not notified of further ones.`);
      notified(finding, name);
      return;
    }
    waiting.add(finding);
    last = last.then(() => next(event, finding));
  };
}
