import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { repository } from "./consumer";
import { killTree } from "./kill";

interface Engine {
  /** Where `pulumi` lies; empty when it is on PATH. */
  folder: string;
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** The one that is set up, or that which `npm run matrix` gives. */
function engine(): Engine {
  const other = process.env["MATRIX_ENGINE"];
  if (other !== undefined) return { folder: other };
  const file = join(repository, ".work/engine.json");
  if (!existsSync(file)) throw new Error("No Pulumi engine is set up: run `node scripts/setup.mjs` first (npm test does).");
  return JSON.parse(readFileSync(file, "utf8")) as Engine;
}

/**
 * The environment of every child process: the engine found by set-up, this Node, a state of its own, and none of the
 * account settings of the person at this machine.
 */
export function environment(project: string, extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(R3_|REMOTEIT_|PULUMI_|npm_)/.test(name));
  return {
    ...Object.fromEntries(own),
    PATH: [engine().folder, join(repository, "node_modules/.bin"), process.env["PATH"]].filter(Boolean).join(delimiter),
    HOME: join(project, "home"),
    NODE_COMPILE_CACHE: join(repository, ".work/compile-cache"),
    PULUMI_HOME: join(repository, ".work/pulumi-home"),
    PULUMI_BACKEND_URL: `file://${join(project, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "passphrase",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK: "true",
    PULUMI_DEBUG_COMMANDS: "true",
    ...extra,
  };
}

/**
 * Runs the real CLI to its end; a code other than 0 is an answer, not an exception. An aborted signal interrupts it as Ctrl-C
 * does or, with "SIGKILL" as its reason, kills it and all that it started.
 */
export function pulumi(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Ran> {
  count(args);
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ran = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (ran.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (ran.stderr += text));
    const end = () => (signal?.reason === "SIGKILL" ? killTree(child.pid) : child.kill("SIGINT"));
    signal?.addEventListener("abort", end, { once: true });
    child.once("error", reject);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", end);
      resolve({ code: code ?? 1, ...ran });
    });
  });
}

const RUNS = ["up", "preview", "refresh", "destroy", "import"];

/** A run of the engine takes seconds: the suite's reporter holds their number within its budget, and names who made them. */
export function count([command = ""]: readonly string[]): void {
  if (!RUNS.includes(command)) return;
  const file = typeof expect === "undefined" ? process.argv[1] : expect.getState().testPath; // the soak is a program of its own
  appendFileSync(join(repository, ".work/engine-runs"), `${relative(repository, file ?? "")}\n`);
}

/** Whether an executable is among the engine's files, or on PATH. */
export function hasExecutable(name: string): boolean {
  const folders = [engine().folder, ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders.some((folder) => folder !== "" && existsSync(join(folder, name)));
}

/** `describe`, where the engine can run a program by itself; elsewhere the tests show as skipped, with the reason. */
export function describeWithLanguageHost(name: string, tests: () => void, language = "nodejs"): void {
  const host = `pulumi-language-${language}`;
  if (hasExecutable(host)) describe(name, tests);
  else describe.skip(`${name} (needs ${host}, which this engine came without)`, tests);
}
