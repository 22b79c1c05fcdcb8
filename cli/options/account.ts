import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import { readSettings, type Settings } from "../../provider/client";
import { offering } from "../completion/offers";
import { stackNames } from "../completion/stacks";
import { ConfigurationError } from "../../provider/core/errors";
import { projectFileOf } from "../support/project";
import { NoBackendError, pulumiIn, type Pulumi } from "../support/pulumi";

/** Which account a command asks. */
export interface AccountOptions {
  /** False: that of no stack, whichever is selected. */
  stack?: string | false;
  cwd: string;
}

/** How to reach the account, and what says so. */
export interface Account {
  settings: Settings;
  /** The stack whose configuration it is. Absent where the environment and the credentials file alone say it. */
  stack?: string;
  /** Why Pulumi could not be asked which stack is selected. */
  doubt?: NoBackendError;
}

export const projectFolder = () =>
  new Option("-C, --cwd <folder>", "folder of the Pulumi project").default(".", "the current one");

/** Adds the options of a command that asks an account and needs no stack. */
export function withAccountOptions(command: Command): Command {
  return command
    .optionsGroup("Which account (default: the selected stack's):")
    .addOption(
      offering(
        new Option(
          "-s, --stack <name>",
          "take endpoint, account and keys from this stack's configuration; what it does not set comes from the environment and ~/.remoteit/credentials",
        ),
        stackNames,
      ),
    )
    .option("--no-stack", "take them from the environment and ~/.remoteit/credentials alone, whichever stack is selected")
    .addOption(projectFolder());
}

/**
 * The account of the stack that is named or, as `drift` does it, selected in the folder; where none is, that of the environment.
 *
 * @throws ConfigurationError
 */
export async function accountOf({ stack, cwd }: AccountOptions, signal: AbortSignal): Promise<Account> {
  const pulumi = pulumiIn(cwd, signal);
  if (typeof stack === "string") return { settings: await stackSettings(pulumi, stack), stack };
  if (stack === false || !isInProject(cwd)) return { settings: settingsIn() };
  const { config, ...from } = await selectedConfig(pulumi);
  return { ...from, settings: settingsIn(config) };
}

/** What the selected stack configures; nothing where none is selected. */
async function selectedConfig(pulumi: Pulumi): Promise<Omit<Account, "settings"> & { config?: StackConfig }> {
  try {
    const stack = await pulumi.selected();
    return stack === undefined ? {} : { stack, config: await pulumi.config(stack) };
  } catch (error) {
    // Where nobody is logged in, no stack is selected.
    if (error instanceof NoBackendError) return { doubt: error };
    if (!(error instanceof ConfigurationError)) throw error;
    throw error.restate({ remedy: `${error.remedy} Or take the account from the environment, with --no-stack.` });
  }
}

export const unknownStack = "The account comes from the environment, since the selected stack is not known";

/** Tells of a doubt about whose account it is. */
export function warnOf({ doubt }: Account, warn: (message: string) => void): void {
  if (doubt) warn(`${unknownStack}: ${doubt.why} ${doubt.remedy}`);
}

export async function stackSettings(pulumi: Pulumi, stack: string): Promise<Settings> {
  return settingsIn(await pulumi.config(stack));
}

type StackConfig = ReadonlyMap<string, string>;

const settingsIn = (config?: StackConfig): Settings => readSettings({ config: (key) => config?.get(`remoteit:${key}`) });

/** A folder that is not there is in a project, so that Pulumi says what is wrong with it. */
const isInProject = (cwd: string) => !existsSync(cwd) || projectFileOf(cwd) !== undefined;
