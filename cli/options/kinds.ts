import { type Command, InvalidArgumentError, Option } from "commander";
import { isLookedForUnasked, listable } from "../../drift/kinds";
import { nearest } from "../../provider/core/nearest";
import { offering } from "../completion/offers";
import { list } from "./values";

/** Kinds by their names in Pulumi. */
export interface KindOptions {
  kinds?: string[];
}

const names = listable.map(({ type }) => type);

const ALL = "all";

/** @param describe - What is done with them. */
export function kindsOption(describe: string): Option {
  const option = new Option("--kinds <kinds>", `${describe}: any of ${names.join(", ")}, separated by commas; or ${ALL}`);
  return offering(option.argParser(kindsIn), () => [...names, ALL], { isList: true });
}

/** Adds the option of kinds that are looked for although no stack holds any. */
export function withKindsOption(command: Command): Command {
  const usual = listable.filter(isLookedForUnasked).map(({ type }) => type);
  return command
    .optionsGroup(`Which kinds of things (default: ${usual.join(", ")}, and what a stack holds):`)
    .addOption(kindsOption("look for things of these kinds as well"));
}

function kindsIn(text: string): string[] {
  const given = list(text);
  if (given.length === 1 && given[0]?.toLowerCase() === ALL) return names;
  const known = given.map((name) => names.find((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? refuse(name));
  return [...new Set(known)];
}

function refuse(name: string): never {
  throw new InvalidArgumentError(`There is no kind "${name}"; did you mean ${nearest(name, [...names, ALL])}?`);
}
