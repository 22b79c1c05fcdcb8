import { compare, type Comparison } from "../compare";
import { type AnyLive, kinds } from "../kinds";
import type { Entry } from "./resource-index";

export function comparisonOf({ resource }: Entry, live: AnyLive): Comparison {
  return compare(kinds.get(resource.type)?.inputs ?? {}, resource, live.inputs, live.hints);
}
