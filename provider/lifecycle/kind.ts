import type { RequestLabel } from "../client";
import type { Fields, Values } from "../core/field";
import type { Needed, Needs } from "../core/need";
import type { Write } from "../core/plan";
import type { Obstacle } from "../core/obstacle";
import type { Live, Planning, Resource } from "../core/resource";
import type { Collection, MarkedAs, Marks, Observed, Page } from "../inventory";
import type { Context } from "./context";
import type { Origin } from "./origin";

/** What a reading is asked of: everything by id, from what is known (refresh) or as it is now (before a write). */
export interface Reading extends Pick<Context, "client"> {
  read: <T>(collection: Collection<T>, id: string, about: RequestLabel) => Promise<Observed<T>>;
}

/** What a look for obstacles works with: it is for previews, which only read. */
export interface Looking {
  context: Context;
  reading: Reading;
  about: RequestLabel;
}

/** State, as it comes from the engine. */
export type StateValues = Readonly<Record<string, unknown>>;

/** What is known of a thing once a create has it. */
export interface Created<T, O extends Fields> {
  id: string;
  accountId: string;
  origin: Origin;
  /** As it is now; the declared properties are then set. Absent where the create has set all of them. */
  item?: T;
  /** Facts beside those that a reading gives. */
  outputs?: Partial<Values<O>>;
}

/** A thing as one reading found it, and what the program declares of it. */
export interface Seen<T> {
  item: T;
  accountId: string;
  declared: StateValues;
}

/** Sets some properties of a thing with one call. */
export interface Setter<T> {
  /** "Renaming device" */
  what: string;
  properties: readonly string[];
  /** Where setting them needs something else than other updates of the kind. */
  needs?: Needed;
  /**
   * @param writes - Of its properties those that change, with what the account is to hold.
   * @param look - Reads the thing afresh, for a call of which nobody knows what it does until it is seen.
   * @returns outputs that follow from it, where it is a map.
   */
  set: (
    context: Context,
    seen: Seen<T>,
    writes: Readonly<Record<string, Write>>,
    look: () => Promise<T>,
    about: RequestLabel,
  ) => Promise<unknown>;
}

/** Where the marks of a kind stand, for things that several resources may manage. */
export interface Marking<T> {
  of: (item: T) => Marks;
  /** @param as - Null takes the mark away. */
  set: (context: Context, id: string, token: string, as: MarkedAs | null, about: RequestLabel) => Promise<void>;
  /** Set where marks stand elsewhere than on the thing, so that they do not go with it. */
  outlive?: true;
}

/**
 * What is particular to one kind of thing. The lifecycle derives create, read, update and delete from it, and keeps the rules
 * that hold for every kind: whose account it is, fresh readings before writes, what a plan may write, ownership, origins.
 */
export interface Kind<I extends Fields, O extends Fields, T, F>
  extends
    Pick<
      Resource<Context, I, O, F, PageOf>,
      | "type"
      | "describe"
      | "identity"
      | "isIncidental"
      | "inputs"
      | "outputs"
      | "kept"
      | "rules"
      | "rulesInContext"
      | "inPage"
      | "byIds"
      | "preview"
      | "isUnseen"
      | "adoption"
      | "label"
      | "bringBack"
      | "device"
      | "grantsAccess"
      | "guardsAccess"
      | "stays"
      | "isLookedForUnasked"
      | "partOf"
      | "pageParts"
    >,
    Partial<Pick<Resource<Context, I, O, F, PageOf>, "filters" | "list">> {
  /** How errors and messages call it: `"pump-7" (80:00:00:00:01:00:00:01)`. */
  called: (known: Readonly<Record<string, unknown>>, id: string | undefined) => string;
  /**
   * What of the account stands against a planned create or update, for previews: all of it, in the words in which the run itself
   * would fail. A value that is not known yet stands against nothing. "none" where only the run can find out.
   */
  obstacles: "none" | ((looking: Looking, planning: Planning) => Promise<Obstacle[]>);
  /**
   * What changing it needs of the access key's user and of the account's plan: of all that is done to it, or of each. "none" where
   * nothing is needed but to be the account's user.
   */
  needs: Needed | Needs;
  /** What the access key's user may do with the thing, where the account shows that with the thing itself. */
  permissionsOn?: (item: T) => readonly string[];
  /**
   * What the account has already that a create would adopt: asked by previews of which the key's user may not make such a thing, since
   * to adopt one takes no more than its changes do. Absent where a create adopts nothing.
   */
  there?: (looking: Looking, known: StateValues) => Promise<Observed<T>>;
  /** How it is read, with others of its kind. */
  collection?: Collection<T>;
  /**
   * What is read of it instead, where it stands in no collection.
   * @param state - What state holds of it, for what an account does not show; empty where there is none.
   */
  observe?: (reading: Reading, id: string, about: RequestLabel, state: StateValues) => Promise<Observed<T>>;
  /** Where something is read by an id that names nothing of this kind: what it names instead, as an error. */
  whyNotThere?: (context: Context, id: string, about: RequestLabel) => Promise<Error | undefined>;
  /** In the terms of the declaration. */
  live: (item: T, accountId: string) => Live<I, O>;
  /** Makes it, or finds what the declaration names. Everything that may be another resource's is taken with `ownership.take` there. */
  create: (context: Context, declared: Values<I>, about: SubjectLabel) => Promise<Created<T, O>>;
  /** Every property that can be changed in place, each in one of them. */
  setters: readonly Setter<T>[];
  /** What may not be written, whatever the plan. @throws ConflictError and the like. */
  beforeUpdate?: (change: Change, about: SubjectLabel) => void;
  /** Why the thing in its place is somebody else's by now, so that no delete touches it: a sentence. Undefined where it is not. */
  isOthers?: (item: T, state: StateValues) => string | undefined;
  marking: Marking<T>;
  /**
   * Deletes the thing, which was there a moment ago. Resolves once it is gone.
   * @param look - Reads it afresh.
   */
  destroy: (context: Context, found: Existing<T>, look: () => Promise<T | undefined>, about: SubjectLabel) => Promise<void>;
  /** Set where the account may hold several equal ones, so that a resource whose thing is another's can have one of its own. */
  isRepeatable?: true;
  /** What the delete of a resource from before origins were kept does. Default: it deletes. */
  staysWithoutOrigin?: true;
}

export interface Change {
  live: Readonly<Record<string, unknown>>;
  state: Readonly<Record<string, unknown>>;
  declared: Readonly<Record<string, unknown>>;
}

export interface Existing<T> {
  id: string;
  item: T;
  state: Readonly<Record<string, unknown>>;
}

export type SubjectLabel = RequestLabel & { subject: string };

/** What `inPage` needs of a page. */
export type PageOf = Pick<Page, "accountId" | "devices" | "tags">;
