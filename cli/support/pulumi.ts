import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { ConfigurationError } from "../../provider/core/errors";
import { nearest } from "../../provider/core/nearest";
import { isErrno } from "./output";

/** What is asked of Pulumi's own command line in a project's folder, whatever backend it is logged in to. */
export interface Pulumi {
  version: () => Promise<string>;
  /** The stack's configuration, secrets in plain: a value by its whole key, such as "remoteit:endpoint". */
  config: (stack: string) => Promise<ReadonlyMap<string, string>>;
  /** The stack's state as JSON, secrets in plain. */
  state: (stack: string) => Promise<string>;
  stacks: () => Promise<{ name: string; current: boolean }[]>;
}

/** Every method rejects with a ConfigurationError that says what to do, or with the reason of the signal. */
export function pulumiIn(cwd: string, signal: AbortSignal): Pulumi {
  const ask = (what: string, args: string[], subject?: string) => run({ cwd, signal, what, subject, args });
  const stacks = async () =>
    JSON.parse(await ask("List the stacks", ["stack", "ls", "--json"])) as { name: string; current: boolean }[];
  const ofStack = async (stack: string, what: string, args: string[]) => {
    try {
      return await ask(what, [...args, "--show-secrets", "--stack", stack], `stack ${stack}`);
    } catch (error) {
      if (!(error instanceof ConfigurationError) || !error.why.includes("no stack named")) throw error;
      const names = (await stacks()).map(({ name }) => name);
      const none = "The project has no stack in this backend: check --cwd, and the backend with `pulumi whoami --verbose`.";
      throw error.restate({ remedy: names.length === 0 ? none : `The stacks most like it are ${nearest(stack, names)}.` });
    }
  };
  return {
    version: async () => (await ask("Ask for the version of Pulumi", ["version"])).trim(),
    config: async (stack) => {
      const values = JSON.parse(await ofStack(stack, "Read the configuration", ["config", "--json"])) as Config;
      return new Map(Object.entries(values).flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
    },
    state: (stack) => ofStack(stack, "Read the state", ["stack", "export"]),
    stacks,
  };
}

/** A value that is no text, such as a list, has none here. */
type Config = Record<string, { value?: string }>;

interface Run {
  cwd: string;
  signal: AbortSignal;
  what: string;
  subject: string | undefined;
  args: string[];
}

function run({ cwd, signal, what, subject, args }: Run): Promise<string> {
  const failed = (why: string, remedy: string) => new ConfigurationError({ what, subject, why, remedy });
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory())
    throw failed(`${cwd} is no folder.`, "Give the folder of the Pulumi project with --cwd.");
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const options = { cwd, env, signal, maxBuffer: Number.POSITIVE_INFINITY };
  return new Promise((done, fail) => {
    execFile("pulumi", [...args, "--non-interactive", "--color", "never"], options, (error, stdout, stderr) => {
      if (!error) done(stdout);
      else if (signal.aborted) fail(signal.reason as Error);
      else if (isErrno(error)) fail(failed(`The program pulumi cannot be run (${error.code}).`, notOnPath));
      else {
        const why = messageOf(stderr) || `pulumi ${args[0] ?? ""} ended with code ${String(error.code)} and said nothing.`;
        const known = remedies.find(([text]) => text.test(why))?.[1];
        fail(failed(why, known ?? `Run \`pulumi ${args.join(" ")}\` to see all that it says.`));
      }
    });
  });
}

const notOnPath =
  "Install it (https://www.pulumi.com/docs/install) or put it on PATH. Without it, drift takes a state file with --state, and the account comes from the environment.";

/** By what Pulumi says. */
const remedies: readonly [RegExp, string][] = [
  [/no Pulumi\.yaml/, "Run it in the project's folder, or give that with --cwd."],
  [
    /PULUMI_ACCESS_TOKEN|not logged in|\b401\b/i,
    "Run `pulumi login`, or set PULUMI_ACCESS_TOKEN, or PULUMI_BACKEND_URL for another backend.",
  ],
  [
    /state directory|meta\.yaml/,
    "Check the backend: `pulumi whoami --verbose` shows it, `pulumi login` and PULUMI_BACKEND_URL set it.",
  ],
  [/passphrase/, "Set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE to the passphrase of this stack."],
];

/** What Pulumi says is wrong, without what else it says. */
function messageOf(stderr: string): string {
  const errors = stderr.split("\n").flatMap((line) => /^error: (.*)$/.exec(line.trim())?.[1] ?? []);
  const text = (errors.length > 0 ? errors.join(" ") : stderr).replace(/\s+/g, " ").trim();
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}
