import { type Command, Option } from "commander";
import { projectFolder } from "../options/account";
import { collect } from "../options/values";

/** Adds the options that {@link StackOptions} are made of. */
export function withStackOptions(command: Command): Command {
  return command
    .optionsGroup("Which stacks (default: the one that is selected):")
    .option(
      "-s, --stack <name>",
      "a stack, through the Pulumi CLI and with the account of its configuration; several at once",
      collect,
    )
    .option("--all-stacks", "every stack of the project")
    .addOption(projectFolder())
    .addOption(
      new Option(
        "--state <file>",
        "what `pulumi stack export` prints, or a checkpoint file, - for standard input; the account then comes from the environment and ~/.remoteit/credentials; several at once",
      )
        .argParser(collect)
        .conflicts(["stack", "allStacks"]),
    );
}

/** Adds the options of rules that hide findings. */
export function withIgnoreOptions(command: Command): Command {
  return command
    .option("--ignore-file <file>", "rules for what to leave out (default: .remoteitignore of the project, where it is there)")
    .option("--ignore <rule>", "one more such rule; several", collect);
}
