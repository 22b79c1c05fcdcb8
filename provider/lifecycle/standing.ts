import type { Log } from "../client";
import { diff } from "../core/diff";
import { identityOf } from "../core/identity";
import type { Resource } from "../core/resource";
import { ownerOf } from "./delete";
import { noteWant } from "./note-want";
import { MADE, type Ownership } from "./ownership";

type Values = Readonly<Record<string, unknown>>;

/** How a diff finds a resource that the program still declares. */
export interface Declared {
  /** Whether it needs a thing of its own: another resource of the program has its thing by now. */
  needsItsOwn: boolean;
  /** Whether the diff is a refresh's own, which says nothing of the program. */
  isOfRefresh: boolean;
}

type Declarable = Pick<Resource<never>, "type" | "identity" | "isRepeatable" | "called" | "device" | "inputs">;

/**
 * Notes that the program still declares a resource, as the engine's diff of it says. Where the account may hold several equal
 * things, it is the resource that adopted one which gets its own. Two resources of one thing that must share it are told at every run.
 *
 * @param isChecked - Whether the program's declaration was checked since the last diff: then this one is the program's.
 * @throws ConflictError where another resource of the run wants something else of the same device.
 */
export function noteDeclared(
  resource: Declarable,
  { ownership, log }: { ownership: Ownership; log: Log },
  id: string,
  state: Values,
  declared: Values,
  isChecked = false,
): Declared {
  const { type, identity, isRepeatable } = resource;
  const owner = ownerOf(state);
  const standing = ownership.declared({ type, id: identityOf({ identity }, id, state) }, owner);
  // A refresh asks for what it has found against the inputs of before: another declaration is the program's.
  const isOfRefresh = standing === "read" && !isChecked && diff(resource, id, state, declared).changed.length === 0;
  if (!isOfRefresh) noteWant(resource, ownership, id, declared);
  if (standing !== "shared") return { needsItsOwn: standing === "taken", isOfRefresh };
  if (isRepeatable && owner !== MADE) return { needsItsOwn: true, isOfRefresh };
  log("warning", `${type} ${id}: two resources of this program manage it. Remove one of the two declarations.`);
  return { needsItsOwn: false, isOfRefresh };
}
