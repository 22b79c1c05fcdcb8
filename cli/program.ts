import { Command } from "commander";
import { version } from "../provider/client";
import { withoutPath } from "../provider/core/address";
import { completeCommand, completionCommand } from "./commands/completion";
import { conformanceCommand } from "./commands/conformance";
import { doctorCommand } from "./commands/doctor";
import { driftCommand } from "./commands/drift";
import { inventoryCommand } from "./commands/inventory";
import { sandboxCommand } from "./commands/sandbox";
import { watchCommand } from "./commands/watch";
import { styleFor } from "./support/terminal";

/** The whole command line. Its declarations are also what docs/cli.md and the completion of shells are made of. */
export function createProgram(): Command {
  const program = new Command("pulumi-remoteit")
    .description(
      "Companion of the Pulumi provider for remote.it: shows what an account holds and how it differs from your program.",
    )
    .version(version, "-V, --version", "show the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp({ styleTitle: (title) => styleFor(process.stdout)("bold", title) })
    .configureOutput({ outputError: (text, write) => write(withoutValues(text)) })
    .showHelpAfterError("(see --help)")
    .addHelpText(
      "after",
      "\nExit codes: 0 success, 1 an error, 2 drift found (drift) or an assumption that does not hold (conformance), 130 interrupted.",
    );
  add(program, "See:", driftCommand(), watchCommand(), inventoryCommand());
  add(program, "Set up and try:", doctorCommand(), conformanceCommand(), completionCommand(), sandboxCommand());
  program.addCommand(completeCommand(program), { hidden: true });
  return program;
}

/** What commander says of wrong usage, without an address or the value of a mistyped option: either may be a secret. */
function withoutValues(text: string): string {
  return text
    .replace(/^(error: unknown option '-[^'=]*)=[^]*?'(?=\n)/, "$1'")
    .replaceAll(/\bhttps?:\/\/[^\s']+/gi, (address) => withoutPath(address));
}

function add(program: Command, group: string, ...commands: Command[]): void {
  program.commandsGroup(group);
  for (const command of commands) program.addCommand(command.copyInheritedSettings(program));
}
