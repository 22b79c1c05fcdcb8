import { idKey } from "../../provider/inventory";
import { digestOf } from "../digest";
import type { Finding } from "../report";

/**
 * Names what is reported: the thing and the resource that declares it, of which there may be several. That it could not be
 * checked differs from how it stands.
 */
export function keyOf({ type, id, stack, urn, status }: Pick<Finding, "type" | "id" | "stack" | "urn" | "status">): string {
  return JSON.stringify([type, idKey(id), stack ?? "", urn ?? "", status === "not-checked"]);
}

/** One short text for each change of the finding: where it is, and what the account holds there. */
export const digests = ({ changes = [] }: Pick<Finding, "changes">): string[] =>
  changes.map(({ path, kind, actual }) => digestOf([path, kind, actual]));
