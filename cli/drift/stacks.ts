import { basename } from "node:path";
import { type Command, Option } from "commander";
import { createStackReader, type StackState } from "../../drift";
import { addressesOf, readSettings, type Settings } from "../../provider/client";
import { ConfigurationError } from "../../provider/core/errors";
import { offering } from "../completion/offers";
import { stackNames } from "../completion/stacks";
import { projectFolder, stackSettings } from "../options/account";
import { collect } from "../options/values";
import { readParts } from "../support/input";
import { isErrno, reasonOf } from "../support/output";
import { type Pulumi, pulumiIn } from "../support/pulumi";

/** Which stacks to compare with the account. */
export interface StackOptions {
  stack?: string[];
  allStacks?: true;
  state?: string[];
  cwd: string;
}

/** Adds the options that these are made of. */
export function withStackOptions(command: Command): Command {
  return command
    .optionsGroup("Which stacks (default: the selected one):")
    .addOption(
      offering(
        new Option("-s, --stack <name>", "a stack, read through the Pulumi CLI; its configuration names the account; repeatable"),
        stackNames,
      ).argParser(collect),
    )
    .option("--all-stacks", "every stack of the project")
    .addOption(projectFolder())
    .addOption(
      new Option(
        "--state <file>",
        "a file with the output of `pulumi stack export`, or a checkpoint file; - is standard input; the account then comes from the environment and ~/.remoteit/credentials; repeatable",
      )
        .argParser(collect)
        .conflicts(["stack", "allStacks"]),
    );
}

/** The stacks, and how to reach the account that they are of. */
export interface Stacks {
  settings: Settings;
  stacks: StackState[];
}

/** @throws ConfigurationError, ValidationError */
export async function readStacks(options: StackOptions, signal: AbortSignal): Promise<Stacks> {
  if (options.state) return { settings: readSettings({}), stacks: await Promise.all(options.state.map(readStateFile)) };
  const pulumi = pulumiIn(options.cwd, signal);
  const [first = "", ...others] = await namesOf(options, pulumi);
  // The first alone: what is wrong with one is wrong with all, and is to be told once.
  const one = await readOne(pulumi, first);
  const all = [one, ...(await inTurns(others, (name) => readOne(pulumi, name)))];
  for (const other of all) refuseOtherEndpoint(one, other);
  return { settings: one.settings, stacks: all.map(({ state }) => state) };
}

async function namesOf({ stack, allStacks, cwd }: StackOptions, pulumi: Pulumi): Promise<string[]> {
  if (stack) return [...new Set(stack)];
  const names = allStacks ? (await pulumi.stacks()).map(({ name }) => name) : [await pulumi.selected()];
  const known = names.filter((name) => name !== undefined);
  if (known.length > 0) return known;
  throw new ConfigurationError({
    what: "Choosing the stack",
    why: allStacks ? `The project in ${cwd} has no stack.` : `No stack is selected in ${cwd}, and none was given.`,
    remedy: "Name stacks with --stack, use --all-stacks, give a state file with --state, or run `pulumi stack select`.",
  });
}

interface One {
  name: string;
  settings: Settings;
  state: StackState;
}

async function readOne(pulumi: Pulumi, name: string): Promise<One> {
  const reader = createStackReader(name);
  const reading = pulumi.state(name, reader.write);
  reading.catch(() => undefined); // where both fail, what is wrong with the configuration is told
  const settings = await stackSettings(pulumi, name);
  await reading;
  return { name, settings, state: reader.end() };
}

/** Stacks that are read at once: each is two processes of Pulumi. */
const AT_ONCE = 4;

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return done;
}

/** Of stacks with other accounts the report itself says so; another server would know nothing of either. */
function refuseOtherEndpoint(one: One, other: One): void {
  const [first, second] = [one, other].map(({ settings }) => addressesOf(settings).graphql.url);
  if (first === second) return;
  throw new ConfigurationError({
    what: "Comparing several stacks",
    why: `Stack ${one.name} uses ${one.settings.endpoint}, and stack ${other.name} uses ${other.settings.endpoint}.`,
    remedy: "Compare them in two runs.",
  });
}

async function readStateFile(path: string): Promise<StackState> {
  try {
    const reader = createStackReader(nameIn(path));
    for await (const part of readParts(path)) reader.write(part);
    return reader.end();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new ConfigurationError({
      what: "Reading the state of",
      subject: path,
      why: `${reasonOf(error)}.`,
      remedy: "Write it with `pulumi stack export --file FILE`, or give - to read it from a pipe.",
    });
  }
}

const nameIn = (path: string): string => (path === "-" ? "stdin" : basename(path).replace(/\.json(\.gz)?$/, ""));
