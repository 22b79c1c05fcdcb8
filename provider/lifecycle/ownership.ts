import type { RequestLabel } from "../client";
import { ConflictError } from "../core/errors";
import { idKey } from "../inventory";
import { createWants, type Wants } from "./wants";
import { spoken } from "../core/spoken";

/** A thing of the account, by its kind and id. */
export interface Thing {
  type: string;
  id: string;
}

/**
 * Which resource of the program is meant: the token of its mark, or that it made the thing. A resource in state from before
 * there were marks has neither.
 */
export type Owner = string;

export const MADE: Owner = "made";
export const UNMARKED: Owner = "unmarked";

/** Several resources may be called so. */
const isNameless = (owner: Owner): boolean => owner === MADE || owner === UNMARKED;

/** From the moment that a create knows the thing until it knows as whom it has it. */
const BEING_TAKEN: Owner = "being taken";

/**
 * What becomes of a resource that the program still declares. `taken`: another resource has its thing by now. `read`: the diff is a
 * refresh's own, and says nothing of the program.
 */
export type Standing = "own" | "shared" | "taken" | "read";

/**
 * What this process knows of who manages what. It hears of resources by the creates and diffs of this run alone: a targeted run
 * leaves some out, and other stacks have processes of their own. What outlives the process stands in marks.
 */
export interface Ownership {
  /** Notes that a create of this process made or adopted the thing. @throws ConflictError where another create of it did. */
  take: (thing: Thing, about: RequestLabel) => void;
  /** Notes the mark under which a create of this process holds what it has taken. */
  owns: (thing: Thing, owner: Owner) => void;
  /** Notes that an update has given a resource of the program the thing of another name. */
  renamed: (thing: Thing, owner: Owner) => void;
  /** Whether a create of this process made or adopted the thing. */
  isTaken: (thing: Thing) => boolean;
  /** Notes that a refresh has read the thing: the diff that the engine asks for next is the refresh's own, and declares nothing. */
  refreshed: (thing: Thing) => void;
  /** Notes that the program still declares the resource, unless the diff is a refresh's. */
  declared: (thing: Thing, owner: Owner) => Standing;
  /** Whether a resource that this process has heard of manages the thing. */
  isOwned: (thing: Thing) => boolean;
  /** The resources of this run, other than `owner`, that manage the thing. */
  others: (thing: Thing, owner: Owner) => Owner[];
  /** What resources want of devices. */
  wants: Wants;
  /** Notes that this run makes things of a kind whose ids nobody knows yet. */
  expects: (type: string) => void;
  isExpecting: (type: string) => boolean;
  /** Notes that the resource which made the thing went and left it. */
  leftBehind: (thing: Thing) => void;
  /** Whether a resource that made the thing has left it in this run. */
  isLeftBehind: (thing: Thing) => boolean;
  /** Remembers that a create failed: nobody knows then which thing it was to adopt. */
  noteFailure: <T>(type: string, create: Promise<T>) => Promise<T>;
  /** @throws ConflictError where a create of this kind failed in this run. */
  refuseAfterFailure: (thing: Thing) => void;
}

export function createOwnership(): Ownership {
  const taken = new Map<string, Owner>();
  const declaring = new Map<string, Set<Owner>>();
  const read = new Set<string>();
  const left = new Set<string>();
  const failed = new Set<string>();
  const expected = new Set<string>();
  const keyOf = ({ type, id }: Thing) => `${type} ${idKey(id)}`;

  const ownersOf = (thing: Thing): Set<Owner> => {
    const owners = new Set(declaring.get(keyOf(thing)));
    const taker = taken.get(keyOf(thing));
    return taker === undefined ? owners : owners.add(taker);
  };

  return {
    take: (thing, about) => {
      if (taken.has(keyOf(thing))) {
        throw new ConflictError({
          ...about,
          why: `${thing.id} is already managed by another resource of this program.`,
          remedy: "Declare each thing once: remove one of the two declarations.",
        });
      }
      taken.set(keyOf(thing), BEING_TAKEN);
    },
    owns: (thing, owner) => void taken.set(keyOf(thing), owner),
    renamed: (thing, owner) => void declaring.set(keyOf(thing), new Set(declaring.get(keyOf(thing))).add(owner)),
    isTaken: (thing) => taken.has(keyOf(thing)),
    refreshed: (thing) => void read.add(keyOf(thing)),
    declared: (thing, owner) => {
      const key = keyOf(thing);
      if (read.delete(key)) return "read";
      const taker = taken.get(key);
      if (taker !== undefined && taker !== owner) return "taken";
      const owners = declaring.get(key) ?? new Set();
      const isShared = [...owners].some((other) => other !== owner);
      declaring.set(key, owners.add(owner));
      return isShared ? "shared" : "own";
    },
    isOwned: (thing) => ownersOf(thing).size > 0,
    others: (thing, owner) => {
      // The resource that is being deleted was not declared in this run: one that was is another, also where both lack a mark.
      const isDeclared = (other: Owner) => isNameless(other) && declaring.get(keyOf(thing))?.has(other) === true;
      return [...ownersOf(thing)].filter((other) => other !== owner || isDeclared(other));
    },
    wants: createWants(),
    expects: (type) => void expected.add(type),
    isExpecting: (type) => expected.has(type),
    leftBehind: (thing) => void left.add(keyOf(thing)),
    isLeftBehind: (thing) => left.has(keyOf(thing)),
    noteFailure: async (type, create) => {
      try {
        return await create;
      } catch (error) {
        failed.add(type);
        throw error;
      }
    },
    refuseAfterFailure: ({ type, id }) => {
      if (!failed.has(type)) return;
      throw new ConflictError({
        what: `Deleting ${spoken(type)}`,
        subject: id,
        why: `A ${type} of this program could not be created in this run, and it may be this one under another name. Nothing was deleted.`,
        remedy: "Solve that error and run the command again.",
      });
    },
  };
}
