/** A declaration that says of many things of the account what each of them is to be. */
export interface Declared {
  inputs: Readonly<Record<string, unknown>>;
  /** Names of inputs of which a part is not known; it is left out of them. */
  unknown: ReadonlySet<string>;
  /** Id of the account whose things they are, where that is known. */
  accountId?: string;
}

/** What judges the things of an account by declarations of one kind, all of them together. */
export interface Judge<Page> {
  /** What of each thing has to be read: names of properties, and `facts` for what nobody declares. */
  compared: ReadonlySet<string>;
  /** What kept a declaration from being understood, by its place among them: then nothing is judged by it. */
  failed: ReadonlyMap<number, unknown>;
  /** Names of things of other kinds that the declarations make: then these are declared. */
  names: readonly { type: string; name: string }[];
  /**
   * Of a page, the things that a declaration speaks of.
   *
   * @param declaredOf - What resources of single things declare of the thing of this type and id.
   */
  verdicts: (page: Page, declaredOf: DeclaredOf) => Iterable<Verdict>;
}

export type DeclaredOf = (type: string, id: string) => readonly Readonly<Record<string, unknown>>[];

/** How it stands with one thing that declarations speak of. */
export interface Verdict {
  type: string;
  id: string;
  name: string | null;
  /** When it came into the account, where that is known. */
  created: string | null;
  /** Things that are part of it and that the declarations speak of too. */
  parts: readonly { type: string; id: string }[];
  /** Values of the thing's properties that the declarations put there, beside those that it may have of its own. */
  given: Readonly<Record<string, readonly string[]>>;
  /** One for each declaration that speaks of it. */
  rulings: readonly Ruling[];
}

export interface Ruling {
  /** Place of the declaration. */
  index: number;
  /** Where the thing is not as declared; empty where it is. */
  differences: readonly Different[];
  /** Why the declaration cannot be carried out on this thing. */
  obstacle?: { why: string; remedy: string };
  contradictions: readonly Contradiction[];
}

export interface Different {
  path: string;
  /** Absent, undefined or null where nothing is to be there. */
  expected?: unknown;
  actual?: unknown;
}

/** Somebody else wants something else of the thing. */
export interface Contradiction {
  /** Place of the other declaration, or the resource of a single thing. */
  by: number | { type: string; id: string };
  /** Paths, as the declaration calls them. */
  places: readonly string[];
  /** Whether this declaration decides, as far as both are heard of in one run. */
  decides: boolean;
}
