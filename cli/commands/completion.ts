import { Argument, Command } from "commander";
import { complete } from "../completion/candidates";
import { completionScripts } from "../completion/scripts";
import { writeOut } from "../support/output";

export function completionCommand(): Command {
  return new Command("completion")
    .description("Prints the completion script for a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(completionScripts)))
    .addHelpText(
      "after",
      `
It completes commands, options, their values, paths and the names of stacks, also after npx: npx pulumi-remoteit drift --st.

Examples:
  $ source <(pulumi-remoteit completion bash)                                             # in ~/.bashrc
  $ source <(pulumi-remoteit completion zsh)                                              # in ~/.zshrc, after compinit
  $ pulumi-remoteit completion fish > ~/.config/fish/completions/pulumi-remoteit.fish
  $ pulumi-remoteit completion powershell | Out-String | Invoke-Expression                # in $PROFILE
  $ source <(npx pulumi-remoteit completion bash)                                         # without a global installation`,
    )
    .action((shell: keyof typeof completionScripts) => writeOut([completionScripts[shell]]));
}

/** Asked by these scripts at every Tab, and by nobody else. */
export function completeCommand(program: Command): Command {
  return new Command("complete")
    .argument("<words...>", "the words of the line up to the cursor")
    .action(async ([, ...words]: string[]) => {
      const { candidates, paths } = await complete(program, words);
      const lines = candidates.map(({ value, describe }) => `${value}\t${describe.replaceAll(/\s+/g, " ")}\n`);
      await writeOut(paths === undefined ? lines : [`:${paths}\n`]);
    });
}
