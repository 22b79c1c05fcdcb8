import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { ConfigurationError } from "../../provider/core/errors";
import { nearest } from "../../provider/core/nearest";
import { isErrno } from "./output";

/** What is asked of Pulumi's own command line, in the project's folder, whatever backend it is logged in to. */
export interface Pulumi {
  version: () => Promise<string>;
  /** The stack's configuration, secrets in plain: a value by its whole key, such as "remoteit:endpoint". */
  config: (stack: string) => Promise<Map<string, string>>;
  /** The stack's state as JSON, secrets in plain. */
  state: (stack: string) => Promise<string>;
  stacks: () => Promise<{ name: string; current: boolean }[]>;
}

export function pulumiIn(cwd: string, signal: AbortSignal): Pulumi {
  const stacks: Pulumi["stacks"] = async () =>
    json<{ name: string; current: boolean }[]>(await run(cwd, signal, "List the stacks", undefined, ["stack", "ls", "--json"]));
  const ofStack = async (stack: string, what: string, args: string[]) => {
    const subject = `stack ${stack}`;
    try {
      return await run(cwd, signal, what, subject, [...args, "--show-secrets", "--stack", stack]);
    } catch (error) {
      if (!(error instanceof ConfigurationError) || !error.why.includes("no stack named")) throw error;
      const names = (await stacks()).map(({ name }) => name);
      const remedy =
        names.length === 0
          ? "This project has no stacks here: check --cwd and the backend."
          : `Did you mean ${nearest(stack, names)}?`;
      throw error.restate({ remedy });
    }
  };
  return {
    version: async () => (await run(cwd, signal, "Ask for Pulumi's version", undefined, ["version"])).trim(),
    config: async (stack) => {
      const values = json<Record<string, { value?: string }>>(
        await ofStack(stack, "Read the configuration", ["config", "--json"]),
      );
      return new Map(Object.entries(values).flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
    },
    state: (stack) => ofStack(stack, "Read the state", ["stack", "export"]),
    stacks,
  };
}

function json<T>(text: string): T {
  return JSON.parse(text) as T;
}

function run(cwd: string, signal: AbortSignal, what: string, subject: string | undefined, args: string[]): Promise<string> {
  const failed = (why: string, remedy: string) => new ConfigurationError({ what, subject, why, remedy });
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory())
    throw failed(`${cwd} is no folder.`, "Give the folder of the Pulumi project with --cwd.");
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const options = { cwd, env, signal, maxBuffer: Number.POSITIVE_INFINITY };
  return new Promise((done, fail) => {
    execFile("pulumi", [...args, "--non-interactive", "--color", "never"], options, (error, stdout, stderr) => {
      if (!error) done(stdout);
      else if (signal.aborted) fail(signal.reason as Error);
      else if (isErrno(error) && error.code === "ENOENT")
        fail(
          failed(
            "The program pulumi is not on PATH.",
            "Install Pulumi (https://www.pulumi.com/docs/install), or do without: --state FILE takes what `pulumi stack export` prints.",
          ),
        );
      else {
        const why = messageOf(stderr) || `pulumi ${args[0] ?? ""} ended with code ${String(error.code)} and no message.`;
        fail(
          failed(
            why,
            remedies.find(([text]) => text.test(why))?.[1] ?? `Run \`pulumi ${args.join(" ")}\` to see the whole of it.`,
          ),
        );
      }
    });
  });
}

/** By what Pulumi says. */
const remedies: readonly [RegExp, string][] = [
  [/no Pulumi\.yaml/, "Run in the project's folder, or give it with --cwd."],
  [/PULUMI_ACCESS_TOKEN must be set|not logged in|401/i, "Run `pulumi login`, or set PULUMI_ACCESS_TOKEN or PULUMI_BACKEND_URL."],
  [
    /state directory|meta\.yaml|backend/i,
    "Check the backend: `pulumi whoami --verbose` shows it, `pulumi login` and PULUMI_BACKEND_URL set it.",
  ],
  [/incorrect passphrase/, "Set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to the passphrase of this stack."],
  [/passphrase must be set/, "Set one of them to the passphrase of this stack."],
];

/** What Pulumi says, without its warnings. */
function messageOf(stderr: string): string {
  const errors = stderr.split("\n").flatMap((line) => /^error: (.*)$/.exec(line.trim())?.[1] ?? []);
  const text = (errors.length > 0 ? errors.join(" ") : stderr.trim()).replace(/\s+/g, " ");
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}
