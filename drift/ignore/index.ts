export { applyIgnore } from "./apply";
export { parseIgnore, type IgnoreRule } from "./parse";
