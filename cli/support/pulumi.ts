import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { ConfigurationError } from "../../provider/core/errors";
import { nearest } from "../../provider/core/nearest";
import { isErrno } from "./output";

/** Is given a text part by part. */
type Take = (part: string) => void;

/** What is asked of Pulumi's own command line in a project's folder, whatever backend it is logged in to. */
export interface Pulumi {
  version: () => Promise<string>;
  /** The stack's configuration, secrets in plain: a value by its whole key, such as "remoteit:endpoint". */
  config: (stack: string) => Promise<ReadonlyMap<string, string>>;
  /** Hands out the stack's state as JSON, secrets in plain, in parts as Pulumi prints it: it may be 100 MB. */
  state: (stack: string, take: Take) => Promise<void>;
  stacks: () => Promise<{ name: string; current: boolean }[]>;
  /** The stack that is selected in the folder, or named by PULUMI_STACK. */
  selected: () => Promise<string | undefined>;
}

/** Pulumi is not installed here, or logged in to no backend: it knows no stack. */
export class NoBackendError extends ConfigurationError {}

/** Every method rejects with a ConfigurationError that says what to do, or with the reason of the signal. */
export function pulumiIn(cwd: string, signal: AbortSignal): Pulumi {
  const ask = async (what: string, args: string[], subject?: string, take?: Take): Promise<string> => {
    const parts: string[] = [];
    await run({ cwd, signal, what, subject, args, take: take ?? ((part) => void parts.push(part)) });
    return parts.join("");
  };
  const stacks = async () =>
    JSON.parse(await ask("Listing the stacks", ["stack", "ls", "--json"])) as { name: string; current: boolean }[];
  const ofStack = async (stack: string, what: string, args: string[], take?: Take) => {
    try {
      return await ask(what, [...args, "--show-secrets", "--stack", stack], `stack ${stack}`, take);
    } catch (error) {
      if (!(error instanceof ConfigurationError) || !error.why.includes("no stack named")) throw error;
      const names = (await stacks()).map(({ name }) => name);
      const none = "The project has no stack in this backend: check --cwd, and the backend with `pulumi whoami --verbose`.";
      throw error.restate({ remedy: names.length === 0 ? none : `Did you mean ${nearest(stack, names)}?` });
    }
  };
  return {
    version: async () => (await ask("Asking for the version of Pulumi", ["version"])).trim(),
    config: async (stack) => {
      const values = JSON.parse(await ofStack(stack, "Reading the configuration of", ["config", "--json"])) as Config;
      return new Map(Object.entries(values).flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])));
    },
    state: async (stack, take) => void (await ofStack(stack, "Reading the state of", ["stack", "export"], take)),
    stacks,
    selected: async () => (await stacks()).find(({ current }) => current)?.name,
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
  take: Take;
}

async function run({ cwd, signal, what, subject, args, take }: Run): Promise<void> {
  const failed = (why: string, remedy: string) => new ConfigurationError({ what, subject, why, remedy });
  if (!statSync(cwd, { throwIfNoEntry: false })?.isDirectory())
    throw failed(`${cwd} is not a folder.`, "Give the folder of the Pulumi project with --cwd.");
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
    cwd,
    env,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
  });
  // All of them: a program that is not there fails at every end, and the first of them says why.
  const [ended, handed, said] = await Promise.allSettled([once(child, "close"), hand(child.stdout, take), text(child.stderr)]);
  signal.throwIfAborted();
  if (ended.status === "rejected") {
    const reason: unknown = ended.reason;
    if (!isErrno(reason)) throw reason;
    const why = `The program pulumi cannot be run (${reason.code}).`;
    throw new NoBackendError({ what, subject, why, remedy: notOnPath });
  }
  if (handed.status === "rejected") throw handed.reason;
  const [code] = ended.value as [number | null];
  if (code === 0) return;
  const stderr = said.status === "fulfilled" ? messageOf(said.value) : "";
  const why = stderr || `pulumi ${args[0] ?? ""} ended with code ${String(code)} and said nothing.`;
  if (notLoggedIn.test(why)) throw new NoBackendError({ what, subject, why, remedy: logIn });
  const known = remedies.find(([words]) => words.test(why))?.[1];
  throw failed(why, known ?? `Run \`pulumi ${args.join(" ")}\` to see all that it says.`);
}

async function hand(stream: Readable, take: Take): Promise<void> {
  for await (const part of stream.setEncoding("utf8")) take(part as string);
}

const notOnPath =
  "Install it (https://www.pulumi.com/docs/install) or put it on PATH. Without it, drift takes a state file with --state, and the account comes from the environment.";

const notLoggedIn = /PULUMI_ACCESS_TOKEN|not logged in|\b401\b/i;
const logIn = "Run `pulumi login`, or set PULUMI_ACCESS_TOKEN, or PULUMI_BACKEND_URL for another backend.";

/** By what Pulumi says. */
const remedies: readonly [RegExp, string][] = [
  [/no Pulumi\.yaml/, "Run it in the project's folder, or give that with --cwd."],
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
