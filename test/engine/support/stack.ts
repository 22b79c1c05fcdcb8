import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { environment, pulumi, type Ran } from "./engine";
import { outcome, type Outcome } from "./outcome";
import { readState, type StateFile } from "./state";

export type Config = Record<string, string | { secret: string }>;

/** One engine operation: `flags` are the CLI's (`--replace`, `--target`, `--run-program`, `--parallel 1`, …). */
export type Operation = (...flags: string[]) => Promise<Outcome>;

export interface Stack {
  /** The project's folder. */
  folder: string;
  /** No preview runs first: it would double the time and ask nothing that `preview` does not. */
  up: Operation;
  preview: Operation;
  refresh: Operation;
  destroy: Operation;
  /** Any other command with `--stack` added: `run("state", "taint", urn)`, `run("import", type, name, id)`. */
  run(...args: string[]): Promise<Ran>;
  /** Any command that knows no stack: `bare("schema", "check", file)`. */
  bare(...args: string[]): Promise<Ran>;
  /** The state as the backend holds it: secrets as ciphertext, or in plain with `showSecrets`. */
  state(options?: { showSecrets: boolean }): Promise<StateFile>;
  configure(config: Config): Promise<void>;
  /** Interrupts the running operation as Ctrl-C does. */
  interrupt(): void;
  /** Kills the engine and its providers where they stand. What is left of the lock goes with `run("cancel", "--yes")`. */
  kill(): void;
}

export interface StackOptions {
  config?: Config;
  /** Environment of the engine and what it starts, as it is when a command begins. */
  env?: NodeJS.ProcessEnv;
  /** The stack's name; "dev" when left out. */
  name?: string;
}

/** What both kinds of stack share; `execute` runs `pulumi` with these arguments, in its own way. */
export async function openStack(
  folder: string,
  options: StackOptions,
  execute: (args: string[], run: (args: readonly string[]) => Promise<Ran>) => Promise<Ran>,
): Promise<Stack> {
  const name = options.name ?? "dev";
  const env = () => environment(folder, options.env);
  let running = new AbortController();
  for (const sub of ["state", "home"]) mkdirSync(join(folder, sub), { recursive: true });
  const run = (...args: string[]) => pulumi([...args, "--stack", name], folder, env());
  const operation =
    (...base: string[]): Operation =>
    async (...flags) => {
      const log = join(mkdtempSync(join(tmpdir(), "remoteit-events-")), "events.json");
      running = new AbortController();
      const { signal } = running;
      const ran = await execute([...base, ...flags], (args) =>
        pulumi([...args, "--stack", name, "--event-log", log], folder, env(), signal),
      );
      return outcome(ran, log);
    };
  const stack: Stack = {
    folder,
    up: operation("up", "--yes", "--skip-preview"),
    preview: operation("preview"),
    refresh: operation("refresh", "--yes", "--skip-preview"),
    destroy: operation("destroy", "--yes", "--skip-preview"),
    run,
    bare: (...args) => pulumi(args, folder, env()),
    state: async (show) =>
      readState(await demand(run("stack", "export", ...(show?.showSecrets === true ? ["--show-secrets"] : [])))),
    configure: async (config) => {
      const flags = Object.entries(config).map(([key, value]) =>
        typeof value === "string" ? ["--plaintext", `${key}=${value}`] : ["--secret", `${key}=${value.secret}`],
      );
      if (flags.length > 0) await demand(run("config", "set-all", ...flags.flat()));
    },
    interrupt: () => running.abort(),
    kill: () => running.abort("SIGKILL"),
  };
  await demand(run("stack", "init"));
  await stack.configure(options.config ?? {});
  return stack;
}

/** The answer of a command that is not itself under test. */
async function demand(running: Promise<Ran>): Promise<string> {
  const { code, stdout, stderr } = await running;
  if (code !== 0) throw new Error(`pulumi failed with code ${code}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** Writes texts by their paths below the folder. */
export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
