import { type Command, Option } from "commander";
import { readSettings, type Settings } from "../../provider/client";
import { pulumiIn, type Pulumi } from "../support/pulumi";

/** Which account a command asks. */
export interface AccountOptions {
  stack?: string;
  cwd: string;
}

export const projectFolder = () =>
  new Option("-C, --cwd <folder>", "folder of the Pulumi project").default(".", "the current one");

/** Adds the options of a command that asks an account and needs no stack. */
export function withAccountOptions(command: Command): Command {
  return command
    .optionsGroup("Account:")
    .option(
      "-s, --stack <name>",
      "take endpoint, account and keys from this stack's configuration; what it does not set comes from the environment and ~/.remoteit/credentials, as without this option",
    )
    .addOption(projectFolder());
}

/** @throws ConfigurationError */
export async function settingsOf({ stack, cwd }: AccountOptions, signal: AbortSignal): Promise<Settings> {
  return stack === undefined ? readSettings({}) : stackSettings(pulumiIn(cwd, signal), stack);
}

export async function stackSettings(pulumi: Pulumi, stack: string): Promise<Settings> {
  const config = await pulumi.config(stack);
  return readSettings({ config: (key) => config.get(`remoteit:${key}`) });
}
