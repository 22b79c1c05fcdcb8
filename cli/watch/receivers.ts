import type { Finding } from "../../drift";
import type { WatchEvent } from "../../drift/watch";
import type { Problems } from "./problems";

/** Somebody who is told what is new. */
export interface Receiver {
  /** As the memory names it: `url`, `command`. */
  name: string;
  /** As a message names it. */
  label: string;
  /** Rejects with why it could not be told. */
  tell: (event: WatchEvent, signal: AbortSignal) => Promise<void>;
}

export interface Receivers {
  tell: (event: WatchEvent, finding: Finding, names: readonly string[]) => void;
}

/** Findings that may wait for a slow receiver. */
const WAITING = 1_000;

/**
 * Tells one after the other, each receiver at its own pace: one that is slow or dead holds up nobody else.
 *
 * @param paid - A receiver was told, or is given up.
 */
export function createReceivers(
  receivers: readonly Receiver[],
  paid: (finding: Finding, name: string) => void,
  problems: Problems,
  signal: AbortSignal,
): Receivers {
  const queues = new Map(receivers.map((receiver) => [receiver.name, createQueue(receiver, paid, problems, signal)]));
  return {
    tell: (event, finding, names) => {
      for (const name of names) queues.get(name)?.(event, finding);
    },
  };
}

function createQueue(
  { name, label, tell }: Receiver,
  paid: (finding: Finding, name: string) => void,
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
      await tell(event, signal);
      if (lost > 0) problems.info(`${label} is told again; ${lost} before were not.`);
      lost = 0;
    } catch (error) {
      // What is owed is told after the next start.
      if (isOver()) return;
      lost += 1;
      if (lost === 1)
        problems.info(
          `${label} could not be told of ${finding.type} ${finding.id}: ${(error as Error).message}. The watch goes on.`,
        );
    } finally {
      waiting -= 1;
    }
    paid(finding, name);
  };
  return (event, finding) => {
    if (waiting >= WAITING) {
      problems.remark(`${WAITING} findings wait for ${label}: further ones are not told there.`);
      paid(finding, name);
      return;
    }
    waiting += 1;
    last = last.then(() => next(event, finding));
  };
}
