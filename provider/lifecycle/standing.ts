import type { Log } from "../client";
import { identityOf } from "../core/identity";
import type { Resource } from "../core/resource";
import { ownerOf } from "./delete";
import { MADE, type Ownership } from "./ownership";

/**
 * Notes that the program still declares a resource, as the engine's diff of it says, and tells whether it needs a thing of its
 * own: another resource of the program has its thing. Where the account may hold several equal ones, it is the one that adopted it
 * which gets its own. Two resources of one thing that must share it are told at every run.
 */
export function needsItsOwn(
  { type, identity, isRepeatable }: Pick<Resource<never>, "type" | "identity" | "isRepeatable">,
  { ownership, log }: { ownership: Ownership; log: Log },
  id: string,
  state: Readonly<Record<string, unknown>>,
): boolean {
  const owner = ownerOf(state);
  const standing = ownership.declared({ type, id: identityOf({ identity }, id, state) }, owner);
  if (standing !== "shared") return standing === "taken";
  if (isRepeatable && owner !== MADE) return true;
  log("warning", `${type} ${id}: two resources of this program manage it. Remove one of the two declarations.`);
  return false;
}
