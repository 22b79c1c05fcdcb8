import { createHash } from "node:crypto";
import { idKey } from "../../provider/inventory";
import type { Change, Finding } from "../report";

/**
 * Names what is told of: the thing and the resource that declares it, of which there may be several. That it could not be
 * checked is told apart from how it stands.
 */
export function keyOf({ type, id, stack, urn, status }: Pick<Finding, "type" | "id" | "stack" | "urn" | "status">): string {
  return JSON.stringify([type, idKey(id), stack ?? "", urn ?? "", status === "not-checked"]);
}

/** One short text for each change of the finding: where it is, and what the account holds there. */
export const digests = ({ changes = [] }: Pick<Finding, "changes">): string[] => changes.map(digest);

function digest({ path, kind, actual }: Change): string {
  return createHash("sha256")
    .update(JSON.stringify([path, kind, actual]))
    .digest("base64url")
    .slice(0, 16);
}
