import type { Command, Option } from "commander";
import { createProgram } from "../../cli/program";

/** The page of the command line, from the declarations that parse it. */
export function cliPage(): string {
  const program = createProgram();
  const commands = program
    .createHelp()
    .visibleCommands(program)
    .filter((command) => command.name() !== "help");
  return `<!-- Made by \`npm run generate\` from cli/commands: change it there. -->

# The command line

${program.description()} \`npx pulumi-remoteit --help\` shows the same in a terminal.

${after(program)}

${table(
  ["command", ""],
  commands.map((command) => [`[${command.name()}](#${command.name()})`, command.description()]),
)}

${commands.map(section).join("\n\n")}
`;
}

function section(command: Command): string {
  const usage = `pulumi-remoteit ${command.name()} ${command.usage()}`;
  return [`## ${command.name()}`, command.description(), `\`${usage}\``, options(command), after(command)]
    .filter(Boolean)
    .join("\n\n");
}

function options(command: Command): string {
  const help = command.createHelp();
  const rows = help
    .visibleArguments(command)
    .map((one) => ["", `\`<${one.name()}>\``, withChoices(one.description, one.argChoices)]);
  let heading = "";
  for (const option of help.visibleOptions(command).filter(({ long }) => long !== "--help")) {
    const group = (option.helpGroupHeading ?? "").replace(/:$/, "");
    rows.push([group === heading ? "" : group, `\`${option.flags}\``, explained(option)]);
    heading = group;
  }
  return table(["", "option", ""], rows);
}

function explained({ description, argChoices, defaultValue, defaultValueDescription }: Option): string {
  const text = withChoices(description, argChoices);
  const shown =
    defaultValueDescription ?? (typeof defaultValue === "string" || typeof defaultValue === "number" ? String(defaultValue) : "");
  return shown === "" ? text : `${text} (default: ${shown})`;
}

const withChoices = (text: string, choices: readonly string[] | undefined) =>
  choices ? `${text}: ${choices.map((choice) => `\`${choice}\``).join(", ")}` : text;

/** What stands behind the options: prose, and under "Examples:" lines of a shell. */
function after(command: Command): string {
  const [prose = "", examples] = textAfter(command).split("\nExamples:\n");
  const lines = examples
    ?.trimEnd()
    .split("\n")
    .map((line) => line.replace(/^ {2}\$ /, ""));
  return [prose.trim(), lines && `\`\`\`sh\n${lines.join("\n")}\n\`\`\``].filter(Boolean).join("\n\n");
}

/** Commander keeps it as something that happens when help is shown, so it is shown. */
function textAfter(command: Command): string {
  let shown = "";
  command.configureOutput({ writeOut: (text) => (shown += text) }).outputHelp();
  return shown.slice(command.helpInformation().length);
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
