import { createHash } from "node:crypto";
import { idKey } from "../../provider/inventory";
import type { Change, Finding } from "../report";

/** Names what is told of: the thing and its stack. That a thing could not be checked is told apart from how it stands. */
export function keyOf({ type, id, stack, status }: Pick<Finding, "type" | "id" | "stack" | "status">): string {
  return JSON.stringify([type, idKey(id), stack ?? "", status === "not-checked"]);
}

/** One short text for each change of the finding: where it is, and what the account holds there. */
export const digests = ({ changes = [] }: Pick<Finding, "changes">): string[] => changes.map(digest);

function digest({ path, kind, actual }: Change): string {
  return createHash("sha256")
    .update(JSON.stringify([path, kind, actual]))
    .digest("base64url")
    .slice(0, 16);
}
