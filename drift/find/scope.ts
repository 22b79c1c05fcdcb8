import type { DeviceFilter } from "../../provider/inventory";
import type { Hints } from "../../provider/core/field";
import { sameTags } from "../../provider/domains/tags/device-tags";
import { comparisonOf } from "./comparison";
import type { AnyLive } from "../kinds";
import type { Entry } from "./resource-index";

/**
 * Whether a device is out of the scope only because somebody changed what the program declares: the tag or the name that
 * the filter asks for. That is drift, and the scope must not hide it.
 */
export function wasTakenOut(filter: DeviceFilter, entry: Entry, live: AnyLive): boolean {
  const { tags, name } = entry.resource.inputs;
  const isDeclaredIn = {
    tags: filter.tag ? matchesTag(filter.tag, tags, live.hints) : false,
    name: typeof filter.name === "string" && typeof name === "string" ? includes(name, filter.name) : false,
  };
  return comparisonOf(entry, live).changes.some(({ path }) => isDeclaredIn[path as keyof typeof isDeclaredIn]);
}

function matchesTag(
  { operator, values }: NonNullable<DeviceFilter["tag"]>,
  declared: unknown,
  hints: Hints | undefined,
): boolean {
  if (!Array.isArray(declared)) return false;
  const told = declared.filter((tag) => typeof tag === "string");
  const isDeclared = (tag: unknown) => told.some((one) => sameTags([one], [String(tag)], hints));
  return operator === "ALL" ? values.every(isDeclared) : values.some(isDeclared);
}

/** As remote.it is taken to look for a name: a part of it, in any case. */
const includes = (name: string, part: string): boolean => name.toLowerCase().includes(part.toLowerCase());
