import type { Command, Option } from "commander";
import { type Line, offersOf } from "./offers";

/** What a word may become, and what that means. */
export interface Candidate {
  value: string;
  describe: string;
}

/** What a shell offers for the last word: these words, and the paths that it knows itself. */
export interface Completion {
  candidates: Candidate[];
  paths?: "files" | "folders";
}

/**
 * What the last word may become, by the command's own declarations.
 * @param words - After the program's name, up to the cursor; the last may be empty.
 */
export async function complete(program: Command, words: readonly string[]): Promise<Completion> {
  // bash takes an equals sign for a word of its own. PowerShell before 7.3 can hand on no empty word but as two quotes.
  const [last = "", ...before] = words.filter((word) => word !== "=").reverse();
  const current = last === '""' ? "" : last;
  const { command, waiting, line, isFull } = placeOf(program, before.reverse());
  const [, flag = ""] = /^(--[\w-]+=)/.exec(current) ?? [];
  const option = flag === "" ? waiting : optionOf(command, flag.slice(0, -1));
  if (option) return ofValue(option, line, flag, current.slice(flag.length));
  const possible = possibleAt(command, isFull, current);
  return { candidates: possible.filter(({ value }) => value.startsWith(current)) };
}

interface Place {
  command: Command;
  /** The option whose value comes next. */
  waiting: Option | undefined;
  line: Line;
  /** Whether the command has all its arguments. */
  isFull: boolean;
}

/** Where these words have led to. */
function placeOf(program: Command, words: readonly string[]): Place {
  let command = program;
  let waiting: Option | undefined;
  let given = 0;
  const line: Line = { cwd: "." };
  for (const word of words) {
    if (waiting !== undefined) {
      if (waiting.long === "--cwd") line.cwd = word;
      waiting = undefined;
    } else if (word.startsWith("-")) {
      waiting = takesValue(optionOf(command, word));
      if (word.startsWith("--cwd=")) line.cwd = word.slice("--cwd=".length);
    } else {
      const next = command.commands.find((one) => one.name() === word);
      if (next) command = next;
      else given += 1;
    }
  }
  return { command, waiting, line, isFull: given >= command.registeredArguments.length };
}

async function ofValue(option: Option, line: Line, flag: string, current: string): Promise<Completion> {
  const [, taken] = /[<[](file|folder)[>\]]/.exec(option.flags) ?? [];
  if (taken !== undefined) return { candidates: [], paths: taken === "file" ? "files" : "folders" };
  const { values, isList } = offersOf(option);
  const before = isList ? current.slice(0, current.lastIndexOf(",") + 1) : "";
  const used = before.split(",");
  const free = (await values(line)).filter((value) => !used.includes(value) && (before + value).startsWith(current));
  return { candidates: free.map((value) => ({ value: flag + before + value, describe: option.description })) };
}

function possibleAt(command: Command, isFull: boolean, current: string): Candidate[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command).map((one) => ({ value: one.name(), describe: one.description() }));
  const choices = isFull
    ? []
    : command.registeredArguments.flatMap(({ argChoices = [], description }) =>
        argChoices.map((value) => ({ value, describe: description })),
      );
  const words = [...commands, ...choices];
  // Where nothing else may follow, the options are what there is to say.
  if (!current.startsWith("-") && (words.length > 0 || current !== "")) return words;
  return help
    .visibleOptions(command)
    .map(({ long, short, description }) => ({ value: long ?? short ?? "", describe: description }));
}

const optionOf = (command: Command, word: string) => command.options.find(({ long, short }) => word === long || word === short);

const takesValue = (option: Option | undefined) => (option?.required || option?.optional ? option : undefined);
