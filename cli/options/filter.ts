import { type Command, Option } from "commander";
import type { DeviceFilter } from "../../provider/inventory";
import { collect, wholeNumber } from "./values";

/** Which devices a command looks at: remote.it itself picks them. */
export interface FilterOptions {
  tag?: string[];
  allTags?: true;
  name?: string;
  platform?: number[];
  owner?: "self" | "others";
}

export function withFilterOptions(command: Command): Command {
  return command
    .optionsGroup("Which devices (filtered by remote.it; default: all):")
    .option("--tag <name>", "with this tag; repeatable: any of them", collect)
    .option("--all-tags", "with every --tag given")
    .option("--name <part>", "whose name contains this text, in any case")
    .option("--platform <number>", "of this platform; repeatable: any of them", (text, before: number[] | undefined) => [
      ...(before ?? []),
      wholeNumber(text),
    ])
    .addOption(
      new Option("--owner <who>", "owned by the account itself, or shared with it by others").choices(["self", "others"]),
    );
}

/** Undefined where none of the options was given: then all of the account is meant. */
export function filterOf({ tag, allTags, name, platform, owner }: FilterOptions): DeviceFilter | undefined {
  const filter: DeviceFilter = {
    ...(tag && { tag: { operator: allTags ? "ALL" : "ANY", values: tag } }),
    ...(name !== undefined && { name }),
    ...(platform && { platform }),
    ...(owner && { owner: owner === "self" }),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}
