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
    .optionsGroup("Only some devices, picked by remote.it:")
    .option("--tag <name>", "that bear this tag; several: one of them", collect)
    .option("--all-tags", "that bear every --tag given")
    .option("--name <part>", "whose name holds this text, in any case")
    .option("--platform <number>", "of this platform; several: one of them", (text, before: number[] | undefined) => [
      ...(before ?? []),
      wholeNumber(text),
    ])
    .addOption(
      new Option("--owner <who>", "that the account owns itself, or that others share with it").choices(["self", "others"]),
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
