/** Values by property, secrets as the adapter gives them. */
export type Properties = Record<string, unknown>;

export type Type = string;

/** A resource as an engine keeps it. */
export interface Kept {
  type: Type;
  id: string;
  inputs: Properties;
  outputs: Properties;
  /** Set after a partial failure: the next run updates it whatever its diff says. */
  isPartial: boolean;
}

/** What a create or an update gives: also where not everything could be set. */
export interface Done {
  id: string;
  outputs: Properties;
  /** Why some properties could not be set. */
  reasons: string[];
}

/** One process of the provider, called as the engine calls it. */
export interface Provider {
  /**
   * @param name - What the program calls the resource.
   * @returns why the declaration is refused, or the inputs as the engine then keeps them.
   */
  check: (
    type: Type,
    olds: Properties | undefined,
    news: Properties,
    isPreview?: boolean,
    name?: string,
  ) => Promise<{ inputs: Properties; failures: string[] }>;
  diff: (kept: Kept, news: Properties, ignored: readonly string[]) => Promise<{ changes: boolean; replaces: boolean }>;
  create: (type: Type, name: string, inputs: Properties) => Promise<Done>;
  /** Undefined where the thing is gone. */
  read: (kept: Kept) => Promise<{ id: string; outputs: Properties } | undefined>;
  update: (kept: Kept, news: Properties, ignored: readonly string[]) => Promise<Done>;
  delete: (kept: Kept) => Promise<void>;
  /** Reads a thing by its id alone: for `pulumi import` the inputs of its declaration come with it. Rejects where there is none. */
  get: (type: Type, id: string) => Promise<{ id: string; inputs?: Properties; outputs: Properties }>;
  /** What a create, or an update of what is kept, would give: only the plugin is asked. */
  foresee?: (type: Type, inputs: Properties, kept: Kept | undefined, name?: string) => Promise<Properties>;
  /** What the user was told meanwhile. */
  said: readonly string[];
  /** Ends the process. */
  end: () => void;
}

/** Opens a process of the provider for an account. @param settings - By configuration key. */
export type OpenProvider = (settings: Record<string, string>) => Promise<Provider>;
