import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { controlOf, type Control, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import { consumer, environment } from "../engine/support";
import { temporaryFolder } from "../support/run";

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcessByStdio<Writable, Readable, Readable>;
  ended: Promise<Ended>;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** What stands on its standard input. */
  input?: string | Buffer;
}

/** The command as the package installs it. */
export const main = (): string => join(consumer(), "node_modules/pulumi-remoteit/dist/cli/main.js");

/** An empty folder with the environment of a user who has set nothing: a home and a backend of their own. */
export function place(more: NodeJS.ProcessEnv = {}): { cwd: string; env: NodeJS.ProcessEnv } {
  const cwd = temporaryFolder();
  const { NO_COLOR: _no, FORCE_COLOR: _force, GITHUB_STEP_SUMMARY: _summary, ...env } = environment(cwd);
  const own = Object.entries(env).filter(([name]) => !/_proxy$|^NODE_EXTRA_CA_CERTS$/i.test(name));
  return { cwd, env: { ...Object.fromEntries(own), ...more } };
}

/** The variables that give a command the account of a sandbox. */
export const accountIn = ({ endpoint, accessKeyId, secretAccessKey }: Sandbox): NodeJS.ProcessEnv => ({
  REMOTEIT_ENDPOINT: endpoint,
  R3_ACCESS_KEY_ID: accessKeyId,
  R3_SECRET_ACCESS_KEY: secretAccessKey,
});

const running = new Set<Running["child"]>();

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});

/** Starts `pulumi-remoteit` as a process of its own. */
export function start(args: readonly string[], { cwd, env, input = "" }: RunOptions): Running {
  const child = spawn(process.execPath, [main(), ...args], { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  running.add(child);
  child.stdin.on("error", () => undefined).end(input);
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  const ended = once(child, "close").then(([code, signal]): Ended => {
    running.delete(child);
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, ...texts };
  });
  return { child, ended };
}

export interface CliAccount {
  sandbox: Sandbox;
  control: Control;
  /** Runs the command to its end, with the sandbox's account in its environment. */
  cli: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
  /** The same, under way. */
  begin: (args: readonly string[], options?: RunOptions) => Running;
}

/** A sandbox that the tests of a file share; each test finds it as it was made. */
export function useCli(options: SandboxOptions = {}): CliAccount {
  const account = {} as Pick<CliAccount, "sandbox" | "control">;
  beforeAll(async () => {
    account.sandbox = await startSandbox(options);
    account.control = controlOf(account.sandbox.control);
  });
  beforeEach(() => account.control.reset({ devices: options.devices ?? 0, services: options.services ?? 0 }));
  afterAll(() => account.sandbox.stop());
  const begin: CliAccount["begin"] = (args, { cwd, env, ...rest } = {}) => {
    const here = place(accountIn(account.sandbox));
    return start(args, { cwd: cwd ?? here.cwd, env: { ...here.env, ...env }, ...rest });
  };
  return Object.assign(account, { begin, cli: (args: readonly string[], more?: RunOptions) => begin(args, more).ended });
}
