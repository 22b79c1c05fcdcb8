export { applyIgnore } from "./apply";
export { parseIgnore } from "./parse";
export type { IgnoreRule } from "./rule";
