import type { Fields, Hints, Values } from "./field";
import type { Declared, Judge } from "./judge";
import type { Needed, Needs } from "./need";

/** A property that is wrong, as check reports it: all of them at once, before anything is sent. */
export interface Problem {
  /** Path of the property: `name`, `tags[2]`, `attributes.$remoteit`. */
  property: string;
  /** What is wrong and what to write instead. */
  reason: string;
  /** Set where the value may hold a secret, whatever its field says: then nobody shows it with the reason. */
  isHidden?: true;
}

/** What the account holds, told in the terms of the declaration: `read` and `list` both give it. */
export interface Live<I extends Fields, O extends Fields> {
  id: string;
  inputs: { [K in keyof Values<I>]?: Values<I>[K] | undefined };
  outputs: Values<O>;
  /** What comparing its values takes besides, such as the name of the device that a service is on. */
  hints?: Hints;
  /** Set where the access key's user may not view the thing: then the values are not to be believed. */
  isHidden?: true;
}

/** What is kept between runs: the properties that the program sets, and the facts of the thing. */
export type State<I extends Fields, O extends Fields> = Partial<Omit<Values<I>, keyof O>> & Partial<Values<O>>;

/** Properties that could not be set although the thing itself exists. The next `pulumi up` tries them again. */
export interface FailedProperties {
  properties: string[];
  error: Error;
}

export interface Outcome<O extends Fields> {
  id: string;
  outputs: Values<O>;
  failedProperties: FailedProperties[];
  /** Of the properties that could not be set, what the account holds of them; one that could not be read is left out. */
  found?: Readonly<Record<string, unknown>>;
}

/** What a preview knows of a run to come. */
export interface Planning {
  /** Without properties in which something was found wrong, be they required or not. */
  declared: Readonly<Record<string, unknown>>;
  /** False for a thing still to be made. */
  exists: boolean;
  /** Names of the properties that change; of a thing still to be made, all that are declared. */
  changed: ReadonlySet<string>;
  /** What the program calls the resource. */
  name?: string | undefined;
}

export interface Previewed<O extends Fields> {
  id?: string;
  outputs: Partial<Values<O>>;
}

/** How long an operation may wait beside its usual time, in seconds. */
export function waitOf({ isLong }: Pick<Resource<never>, "isLong">, { waitSeconds }: Readonly<Record<string, unknown>>): number {
  if (isLong) return Number.POSITIVE_INFINITY;
  return typeof waitSeconds === "number" ? waitSeconds : 0;
}

/** Why each of them could not be set, as the engine shows it beside the resource. */
export function reasonsOf(failedProperties: readonly FailedProperties[]): string[] {
  return failedProperties.map(({ properties, error }) => `${properties.join(", ")}: ${error.message}`);
}

/** What is written to take over a thing that is there already. */
export interface Adoption<I extends Fields, O extends Fields> {
  /** For a person: `new remoteit.Device(…, { deviceId: "its id" })`. */
  example: string;
  /** The properties to declare so that nothing changes. Those that no program may write are left out by whoever writes them. */
  inputs: (live: Live<I, O>) => Readonly<Record<string, unknown>>;
  /** What of its name tells it from others on its device; default: all of it. */
  ownName?: (live: Live<I, O>) => string | undefined;
}

/** One kind of thing in a remote.it account: its fields, their docs, and what is done to it. */
export interface Resource<Context, I extends Fields = Fields, O extends Fields = Fields, Filter = unknown, Page = never> {
  /** Name of the resource in Pulumi: `Device`. */
  type: string;
  /** Markdown. */
  describe: string;
  /** Where a thing is known by what can be changed, such as its name: its id by what state holds of it. Default: the id. */
  identity?: (id: string, state: Readonly<Record<string, unknown>>) => string;
  /** What a program may declare. Only the properties that it sets are managed. */
  inputs: I;
  /** Facts that do not change by themselves: no online state, no addresses, no times of contact. */
  outputs: O;
  /** Outputs that no reading gives, so that they stay as state holds them. */
  kept?: readonly (keyof O & string)[];
  /** Rules across fields. `exists` is false for a thing still to be made. Does no I/O. */
  rules?: (declared: Readonly<Record<string, unknown>>, exists: boolean) => Problem[];
  /** Rules that need the provider's configuration, over the properties in which nothing was found wrong without it. */
  rulesInContext?: (context: () => Context, declared: Readonly<Record<string, unknown>>) => Promise<Problem[]>;
  /** @param name - What the program calls the resource. */
  create: (context: Context, inputs: Values<I>, name?: string) => Promise<Outcome<O>>;
  /**
   * What is known of the outcome of a create, or of the update of a thing that `exists`, before anything is sent: for
   * previews. A fact not named is unknown before a create, and stays as it is in an update; undefined is known to be absent.
   */
  preview?: (declared: Readonly<Record<string, unknown>>, exists: boolean) => Previewed<O>;
  /** What of the account stands against a planned create or update: all of it. Reads alone, and shares requests with others. */
  obstacles: (context: Context, planning: Planning) => Promise<Problem[]>;
  /** What its create, its updates and its delete need of the access key's user and of the account's plan. */
  needs: Needs;
  /** Properties whose change needs something else than other updates. */
  propertyNeeds?: Readonly<Record<string, Needed>>;
  /** How messages call one: `"pump-7" (80:00:00:00:01:00:00:01)`. */
  called: (known: Readonly<Record<string, unknown>>, id: string | undefined) => string;
  /**
   * Whether the account shows nothing of a thing in this state, and that is as it should be. Then `read` gives it all the same,
   * unless the account shows it again.
   */
  isUnseen?: (state: State<I, O>) => boolean;
  /** Undefined when the account has no such thing. */
  read: (context: Context, id: string, state: State<I, O>) => Promise<Live<I, O> | undefined>;
  /** @param ignored - Paths that the program wants left alone (`ignoreChanges`), in Pulumi's notation. */
  update: (
    context: Context,
    id: string,
    state: State<I, O>,
    inputs: Values<I>,
    ignored?: readonly string[],
  ) => Promise<Outcome<O>>;
  /**
   * Set where the thing is many things of the account that come and go: every diff asks for the output that says that they are no
   * longer as the last update left them; undefined where they are.
   *
   * @param isOfRefresh - Whether the diff is a refresh's own: then `declared` may be no longer what the program declares.
   */
  stale?: (
    context: Context,
    id: string,
    state: Readonly<Record<string, unknown>>,
    declared: Readonly<Record<string, unknown>>,
    isOfRefresh: boolean,
  ) => Promise<(keyof O & string) | undefined>;
  /** Set where an operation takes as long as the account is large: it ends when it is done, or as `customTimeouts` say. */
  isLong?: true;
  /** Set where the account has no name for it, so that messages need the program's. */
  isNamed?: true;
  /** Succeeds when the thing is already gone. */
  delete: (context: Context, id: string, state: State<I, O>) => Promise<void>;
  /**
   * Set where it says of many things of the account what each of them is to be: judges these by all the declarations of the kind
   * that there are. Their own resources, or none, they have all the same.
   */
  judge?: (context: Context, all: readonly Declared[]) => Promise<Judge<Page>>;
  /** How a program takes over one that is there already. */
  adoption: Adoption<I, O>;
  /** What to call one that no program declares, where it has no `name`. */
  label?: (live: Live<I, O>) => string | undefined;
  /**
   * What brings back one that the account has lost, by how it came to be managed, where `create` alone cannot.
   * @param command - What makes it again from its declaration.
   */
  bringBack?: (origin: string | undefined, command: string) => string | undefined;
  /**
   * Set where things of this kind come with others, as tags come with the devices that bear them: drift reports one that no program
   * declares only where a stack manages another of the kind.
   */
  isIncidental?: true;
  /**
   * Set where such a thing lets somebody in, as a share does: drift tells one that no program declares first, and so it does what
   * another hand has changed of one, unless the property's field says otherwise.
   */
  grantsAccess?: true;
  /** Set where more get in without such a thing, as without a sign-in that an organization demands: drift tells a missing one first. */
  guardsAccess?: true;
  /**
   * Whether drift looks for things of this kind that no stack declares although nobody names the kind. Default: where they stand in
   * pages, which are read in any case.
   */
  isLookedForUnasked?: boolean;
  /**
   * The kind of what it is part of, where one request shows both: who manages a network wants to hear of everybody who is let in. Drift
   * then looks for things of this kind where a stack holds one of that kind.
   */
  partOf?: string;
  /** What pages are asked for on its account, as {@link Compared} of the inventory names it, beside properties of devices and services. */
  pageParts?: readonly string[];
  /** Set where nothing of this provider ever deletes such a thing, not even one that it has made: why, as a sentence. */
  stays?: string;
  /** Whether it is a device, or the input that holds the id of the device it is part of. Absent where it belongs to none. */
  device?: "itself" | NoInfer<keyof I & string>;
  /** Set where the account may hold several equal ones: a resource whose thing is another's can have one of its own. */
  isRepeatable?: boolean;
  /** What `list` filters by, as a program writes it. */
  filters: Fields;
  /** Everything of this kind in the account, as `read` gives it. */
  list: (context: Context, filter?: Filter) => AsyncIterable<Live<I, O>>;
  /** Where they stand in the pages of the inventory: those of one page, so that whoever wants several kinds reads it once. */
  inPage?: (page: Page) => Iterable<Live<I, O>>;
  /** Goes with `inPage`: those of the ids that are there, in one request for one batch of the inventory. */
  byIds?: (context: Context, ids: string[]) => Promise<ByIds<I, O>>;
}

export interface ByIds<I extends Fields, O extends Fields> {
  found: Iterable<Live<I, O>>;
  /** Ids that could not be read, as they were asked for, and why. */
  failed: ReadonlyMap<string, unknown>;
}
