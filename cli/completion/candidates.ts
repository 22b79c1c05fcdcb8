import type { Command, Option } from "commander";

/** What a word may become, and what that means. */
export interface Candidate {
  value: string;
  describe: string;
}

/**
 * What the last word may become, by the command's own declarations. None: a shell then offers files.
 * @param words - After the program's name, up to the cursor; the last may be empty.
 */
export function candidates(program: Command, words: readonly string[]): Candidate[] {
  // bash takes an equals sign for a word of its own.
  const [current = "", ...before] = words.filter((word) => word !== "=").reverse();
  const { command, waiting } = placeOf(program, before.reverse());
  const [, flag] = /^(--[\w-]+=)/.exec(current) ?? [];
  const possible =
    flag === undefined ? possibleAt(command, waiting, current) : choicesOf(optionOf(command, flag.slice(0, -1)), flag);
  return possible.filter(({ value }) => value.startsWith(current));
}

/** The command that these words have come to, and the option that still waits for its value. */
function placeOf(program: Command, words: readonly string[]): { command: Command; waiting: Option | undefined } {
  let command = program;
  let waiting: Option | undefined;
  for (const word of words) {
    if (waiting !== undefined) waiting = undefined;
    else if (word.startsWith("-")) waiting = takesValue(optionOf(command, word));
    else command = command.commands.find((one) => one.name() === word) ?? command;
  }
  return { command, waiting };
}

function possibleAt(command: Command, waiting: Option | undefined, current: string): Candidate[] {
  if (waiting) return choicesOf(waiting);
  const help = command.createHelp();
  if (current.startsWith("-"))
    return help
      .visibleOptions(command)
      .map(({ long, short, description }) => ({ value: long ?? short ?? "", describe: description }));
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  return [
    ...help.visibleCommands(command).map((one) => ({ value: one.name(), describe: one.description() })),
    ...choices.map((value) => ({ value, describe: command.registeredArguments[0]?.description ?? "" })),
  ];
}

const optionOf = (command: Command, word: string) => command.options.find(({ long, short }) => word === long || word === short);

const takesValue = (option: Option | undefined) => (option?.required || option?.optional ? option : undefined);

const choicesOf = (option: Option | undefined, before = ""): Candidate[] =>
  (option?.argChoices ?? []).map((choice) => ({ value: before + choice, describe: option?.description ?? "" }));
