import type { About } from "../client";
import { ConflictError } from "../core/errors";

/**
 * What this process knows of the program's claim to things. The engine deletes an old resource after it has created its
 * replacement, or the same thing under another logical name; both may name one thing of the account, which must then stay.
 */
export interface Holds {
  /** Ids that a create made or adopted, in lower case. */
  made: Set<string>;
  /** Ids of resources that were there before and that the program still declares, in lower case. */
  kept: Set<string>;
  /** Ids that a refresh has just read, in lower case: the diff that the engine asks for next is the refresh's own. */
  refreshed: Set<string>;
  /** Types of resources of which a create failed. */
  failed: Set<string>;
}

export const createHolds = (): Holds => ({ made: new Set(), kept: new Set(), refreshed: new Set(), failed: new Set() });

interface Holding {
  holds: Holds;
}

/** Notes that this process made or adopted the thing. Two resources must never manage the same one. */
export function hold({ holds }: Holding, id: string, about: About): void {
  if (isMade({ holds }, id)) {
    throw new ConflictError({
      ...about,
      why: `${id} is already managed by another resource of this program.`,
      remedy: "Declare each thing once: remove one of the two declarations.",
    });
  }
  holds.made.add(id.toLowerCase());
}

/**
 * Notes that a refresh has read the resource. The engine then asks for a diff to show what changed, of every resource in
 * state and whether the program still declares it or not: `up --refresh` and `destroy --refresh` go on in the same process.
 */
export function refresh(holds: Holds, id: string): void {
  holds.refreshed.add(id.toLowerCase());
}

/**
 * Notes that the program still declares the resource, unless the diff is a refresh's. A run that was interrupted leaves an old
 * resource of the same id to be deleted, and it is another process that comes to it.
 *
 * @returns false where a create of this process has taken the thing for another resource, before anyone knew of this one.
 */
export function keep(holds: Holds, id: string): boolean {
  if (holds.refreshed.delete(id.toLowerCase())) return true;
  if (isMade({ holds }, id)) return false;
  holds.kept.add(id.toLowerCase());
  return true;
}

/** Whether a create of this process made or adopted the thing. */
export function isMade({ holds }: Holding, id: string): boolean {
  return holds.made.has(id.toLowerCase());
}

/** Whether a resource of this program manages the thing: made or adopted in this process, or declared since an earlier run. */
export function isHeld({ holds }: Holding, id: string): boolean {
  return isMade({ holds }, id) || holds.kept.has(id.toLowerCase());
}

/** Remembers that a create failed; nobody knows then which thing it was to adopt. */
export async function noteFailure<T>({ holds }: Holding, type: string, create: Promise<T>): Promise<T> {
  try {
    return await create;
  } catch (error) {
    holds.failed.add(type);
    throw error;
  }
}

/** After a create failed, a delete that follows (with --continue-on-error) may name what it was to adopt. */
export function refuseAfterFailure({ holds }: Holding, type: string, id: string): void {
  if (!holds.failed.has(type)) return;
  throw new ConflictError({
    what: `Delete the ${type}`,
    subject: id,
    why: `A ${type} of this program could not be created in this run, and it may be this one under another name. Nothing was deleted.`,
    remedy: "Solve that error and run the command again.",
  });
}
