import { spawn } from "node:child_process";
import { safeJson } from "../../drift/formats/json-text";
import type { WatchEvent } from "../../drift/watch";
import { withoutKeys } from "../support/environment";

/** Milliseconds that a command has to come to its end once it is told to: a `pulumi up` ends what it has begun. */
const GRACE = 10_000;

/**
 * Runs the command in the system's shell, word for word as it was given. The event is its standard input, one line of JSON,
 * and stands nowhere else: no name of a device can become a part of the command. What it prints goes to our standard error.
 * Rejects where it fails, or takes too long and is ended with all that it started.
 *
 * @param patience - Milliseconds that it may take.
 * @param env - All that it gets of the environment. Default: what holds no key and no passphrase.
 */
export function runCommand(
  command: string,
  event: WatchEvent,
  signal: AbortSignal,
  patience = 60_000,
  env = withoutKeys(process.env),
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // A group of its own, so that what the shell started is ended with it.
    const child = spawn(command, { env, shell: true, detached: process.platform !== "win32", stdio: ["pipe", 2, 2] });
    let why: string | undefined;
    let last: NodeJS.Timeout | undefined;
    const kill = (how: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(process.platform === "win32" ? child.pid : -child.pid, how);
      } catch {
        // It has ended by itself.
      }
    };
    const end = (because: string) => {
      why ??= because;
      last ??= setTimeout(() => kill("SIGKILL"), GRACE);
      kill("SIGTERM");
    };
    const onAbort = () => end("the watch ends");
    const timer = setTimeout(() => end(`it took longer than ${patience / 1000} s`), patience);
    signal.addEventListener("abort", onAbort, { once: true });
    child.once("error", ({ message }) => (why ??= message));
    child.once("close", (code, killedBy) => {
      clearTimeout(timer);
      clearTimeout(last);
      signal.removeEventListener("abort", onAbort);
      if (why === undefined && code === 0) resolve();
      else reject(new Error(why ?? (code === null ? `${String(killedBy)} ended it` : `it ended with code ${code}`)));
    });
    // A command need not read what it is given.
    child.stdin?.on("error", () => undefined).end(`${safeJson(event)}\n`);
  });
}
