import picomatch from "picomatch";
import { idKey } from "../../provider/inventory";
import { parsePath } from "../../provider/core/path";
import type { Change, Finding } from "../report";
import type { IgnoreRule } from "./parse";

export interface Matcher {
  rule: IgnoreRule;
  finding: (finding: Finding) => boolean;
  /** Of a finding that matches: whether the change is meant. Absent where the rule means the finding as a whole. */
  change?: (change: Change) => boolean;
}

/** Names and keys are no file paths: a slash or a dot in them is a character like any other. */
const glob = (pattern: string): ((text: string) => boolean) =>
  picomatch(pattern, { bash: true, dot: true, noextglob: true, nonegate: true });

export function matcherOf(rule: IgnoreRule): Matcher {
  const { type, id, name, path, status } = rule;
  const isNamed = name === undefined ? undefined : glob(name);
  const isAt = path === undefined ? undefined : pathGlob(path);
  return {
    rule,
    finding: (finding) =>
      (type === undefined || finding.type === type) &&
      (id === undefined || idKey(finding.id) === idKey(id)) &&
      (status === undefined || finding.status === status) &&
      (isNamed === undefined || isNamed(finding.name)) &&
      (isAt === undefined || finding.changes !== undefined),
    ...(isAt && { change: (change: Change) => isAt(change.path) }),
  };
}

/** `attributes.*` means what lies directly below, `attributes.**` whatever lies at or below. */
function pathGlob(pattern: string): (path: string) => boolean {
  const parts = parsePath(pattern).map((part) => (part === "**" ? part : glob(part)));
  const matches = (path: readonly string[], at: number, part: number): boolean => {
    const wanted = parts[part];
    if (wanted === undefined) return at === path.length;
    const key = path[at];
    if (wanted === "**") return matches(path, at, part + 1) || (key !== undefined && matches(path, at + 1, part));
    return key !== undefined && wanted(key) && matches(path, at + 1, part + 1);
  };
  return (path) => matches(parsePath(path), 0, 0);
}
