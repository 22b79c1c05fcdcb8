import { idKey } from "../../provider/inventory";
import { parsePath } from "../../provider/core/path";
import type { Change, Finding } from "../report";
import { fits, glob } from "./glob";
import type { IgnoreRule } from "./parse";

export interface Matcher {
  rule: IgnoreRule;
  finding: (finding: Finding) => boolean;
  /** Of a finding that matches: whether the change is meant. Absent where the rule means the finding as a whole. */
  change?: (change: Change) => boolean;
}

export function matcherOf(rule: IgnoreRule): Matcher {
  const { type, id, name, fleet, path, status } = rule;
  const isNamed = name === undefined ? undefined : glob(name);
  const isOf = fleet === undefined ? undefined : glob(fleet);
  const isAt = path === undefined ? undefined : pathGlob(path);
  return {
    rule,
    finding: (finding) =>
      (type === undefined || finding.type === type) &&
      (id === undefined || idKey(finding.id) === idKey(id)) &&
      (status === undefined || finding.status === status) &&
      (isNamed === undefined || isNamed(finding.name)) &&
      (isOf === undefined || (finding.fleet !== undefined && isOf(finding.fleet))) &&
      (isAt === undefined || finding.changes !== undefined),
    ...(isAt && { change: (change: Change) => isAt(change.path) }),
  };
}

/** `attributes.*` means what lies directly below, `attributes.**` whatever lies at or below. */
function pathGlob(pattern: string): (path: string) => boolean {
  const wanted = parsePath(pattern).map((part) => (part === "**" ? part : glob(part)));
  return (path) =>
    fits(
      wanted,
      parsePath(path),
      (part) => part === "**",
      (part, key) => part !== "**" && part(key),
    );
}
