export { createReadOnlyContext, type ReadOnlyContext } from "../provider/domains";
export {
  counts,
  failsOn,
  type Change,
  type Finding,
  type Managed,
  type Report,
  type Section,
  type Status,
  statuses,
  type Summary,
} from "./report";
export { findDrift } from "./find";
export type { DriftOptions } from "./find/read";
export { group, type Group } from "./group";
export { applyIgnore, type IgnoreRule, parseIgnore } from "./ignore";
export { type Baseline, baselineOf, onlyNew, parseBaseline } from "./baseline";
export { createStackReader, readStack, type StackReader } from "./state/read-stack";
export type { StackResource, StackState } from "./state/stack";
