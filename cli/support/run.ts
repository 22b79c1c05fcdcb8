import { constants } from "node:os";
import { operate } from "../../provider/client";
import { RemoteitError } from "../../provider/core/errors";
import { redact } from "../../provider/core/secrets";
import { ReaderGone } from "./output";
import { visibleLines } from "./terminal";

/** Ctrl-C, or somebody asked the process to end. */
class Interrupted extends Error {
  constructor(readonly signal: "SIGINT" | "SIGTERM") {
    super("Interrupted.");
  }
}

/**
 * The work of a command: one operation that a signal ends at once, wherever it stands. It has no time limit; a second
 * signal ends the process as if nobody had listened.
 */
export function interruptible<A extends unknown[]>(
  work: (signal: AbortSignal, ...args: A) => Promise<void>,
): (...args: A) => Promise<void> {
  return async (...args) => {
    const cancel = new AbortController();
    const { signal } = cancel;
    const aborted = new Promise<never>((_, fail) =>
      signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true }),
    );
    const forget = onSignals("once", (name) => cancel.abort(new Interrupted(name)));
    try {
      await operate(() => Promise.race([work(signal, ...args), aborted]), { waitSeconds: Number.POSITIVE_INFINITY, signal });
    } finally {
      forget();
    }
  };
}

/** What is said of work that is waited for after a signal. Nothing where the text is empty. */
export interface Orderly {
  /** At the first signal. */
  waiting: () => string;
  /** Where a second one ends it before it is done. */
  unfinished: () => string;
}

/** The same for work that has to put back what it changed: a signal asks it to end, and it is waited for; a second one ends it. */
export function interruptibleInOrder<A extends unknown[]>(
  work: (signal: AbortSignal, ...args: A) => Promise<void>,
  { waiting, unfinished }: Orderly,
): (...args: A) => Promise<void> {
  return async (...args) => {
    const cancel = new AbortController();
    const { signal } = cancel;
    const forget = onSignals("on", (name) => {
      process.stderr.write((signal.aborted ? unfinished : waiting)());
      if (signal.aborted) fail(new Interrupted(name));
      cancel.abort(new Interrupted(name));
    });
    try {
      await operate(() => work(signal, ...args), { waitSeconds: Number.POSITIVE_INFINITY, signal });
    } finally {
      forget();
    }
  };
}

/** @returns what forgets the listener again. */
function onSignals(how: "on" | "once", listener: (name: "SIGINT" | "SIGTERM") => void): () => void {
  const all = (["SIGINT", "SIGTERM"] as const).map((name) => {
    const one = () => listener(name);
    process[how](name, one);
    return () => process.off(name, one);
  });
  return () => all.forEach((forget) => forget());
}

/** Ends the process as a failed command does: 1 and one clear text for an error, 128 and the signal's number after a signal. */
export function fail(error: unknown): void {
  if (error instanceof ReaderGone) return;
  if (error instanceof Interrupted) process.exit(128 + constants.signals[error.signal]);
  const text = error instanceof RemoteitError ? error.message : redact(error instanceof Error ? error.message : String(error));
  process.stderr.write(`error: ${visibleLines(text)}\n`);
  process.exitCode = 1;
}
