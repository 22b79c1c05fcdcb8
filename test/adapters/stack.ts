import { ignoring } from "../../provider/core/ignore";
import type { Kept, OpenProvider, Properties, Provider, Type } from "./provider";

/** A resource in a form that every kind of program can be made of. A property `{ idOf: "pump" }` is the id of that resource. */
export interface Neutral {
  type: Type;
  properties: Properties;
  ignoreChanges?: string[];
  /** Which of the stack's accounts it is in, for programs with several explicit providers. Default: the first. */
  provider?: string;
}

/** Resources by logical name; one that another refers to comes first. */
export type Declaration = Record<string, Neutral>;

export interface RunOptions {
  /** Only these; nothing is asked or done about others. */
  target?: string[];
  /** These are replaced whatever their diff says. */
  replace?: string[];
  /** Breaks off where deletes would begin, as a kill between two steps does. */
  breakBeforeDeletes?: true;
  /** The create of this resource is carried out and never reaches state, as when the engine is killed right after it. */
  loseAfterCreate?: string;
}

/** What a run did, and what it said. */
export interface Ran {
  created: string[];
  updated: string[];
  replaced: string[];
  deleted: string[];
  /** Of a partial failure, and of what ended the run. */
  errors: string[];
  said: readonly string[];
}

/**
 * What the engine does with a program and a state, without the engine: it calls the adapter as the engine does, in the same
 * order (creates and updates as declared, replacements create first, deletes last), and each run is a process of its own.
 */
export interface AdapterStack {
  up: (declaration: Declaration, options?: RunOptions) => Promise<Ran>;
  /** What `up` would do: checks and diffs, and of the plugin what its creates and updates would give. */
  preview: (declaration: Declaration) => Promise<Ran>;
  refresh: () => Promise<Ran>;
  /** Takes in a thing by its id: `pulumi import`, which gives the inputs of its declaration; or a `get`, for a dynamic resource. */
  take: (name: string, type: Type, id: string) => Promise<Ran>;
  destroy: (options?: Pick<RunOptions, "target">) => Promise<Ran>;
  state: Map<string, Kept>;
  /** Old resources whose delete is still owed. */
  pending: { name: string; kept: Kept }[];
}

/** Opens the provider of that name once a run; the first one where there is no name. */
type Of = (name: string | undefined) => Promise<Provider>;

/** @param settings - Of each explicit provider, by name; of a program without any, one whose name does not matter. */
export function adapterStack(open: OpenProvider, settings: Record<string, Record<string, string>>): AdapterStack {
  const state = new Map<string, Kept>();
  const providers = new Map<string, string>();
  const pending: AdapterStack["pending"] = [];
  const first = Object.keys(settings)[0] ?? "";

  const run = async (work: (of: Of, ran: Ran) => Promise<void>): Promise<Ran> => {
    const opened = new Map<string, Promise<Provider>>();
    const of = (name = first) => {
      const provider = opened.get(name) ?? open(settings[name] ?? {});
      opened.set(name, provider);
      return provider;
    };
    const ran: Ran = { created: [], updated: [], replaced: [], deleted: [], errors: [], said: [] };
    try {
      await work(of, ran);
    } catch (error) {
      ran.errors.push((error as Error).message);
    }
    const all = await Promise.all(opened.values());
    for (const provider of all) provider.end();
    return { ...ran, said: all.flatMap(({ said }) => said) };
  };

  const resolved = (properties: Properties): Properties => {
    const value = (given: unknown) =>
      typeof given === "object" && given !== null && "idOf" in given ? state.get((given as { idOf: string }).idOf)?.id : given;
    return Object.fromEntries(Object.entries(properties).map(([name, given]) => [name, value(given)]));
  };

  /** Checks a resource and compares it with state, as the engine does before it decides. */
  const compared = async (
    of: Of,
    name: string,
    { type, properties, ignoreChanges = [], provider: wanted }: Neutral,
    { isForced = false, isPreview = false } = {},
  ) => {
    const provider = await of(wanted);
    const old = state.get(name);
    const news = old ? ignoring(ignoreChanges, old.inputs, resolved(properties)) : resolved(properties);
    const { inputs, failures } = await provider.check(type, old?.inputs, news, isPreview, name);
    if (failures.length > 0) throw new Error(failures.join("\n"));
    const diff = old && (isForced ? { changes: true, replaces: true } : await provider.diff(old, inputs, ignoreChanges));
    return { provider, old, inputs, diff };
  };

  const removeOwed = async (of: Of, wanted: (name: string) => boolean) => {
    for (const owed of [...pending].filter(({ name }) => wanted(name))) {
      await (await of(providers.get(owed.name))).delete(owed.kept);
      pending.splice(pending.indexOf(owed), 1);
    }
  };

  const remove = async (of: Of, ran: Ran, wanted: (name: string) => boolean) => {
    await removeOwed(of, wanted);
    for (const [name, kept] of [...state].reverse().filter(([one]) => wanted(one))) {
      await (await of(providers.get(name))).delete(kept);
      state.delete(name);
      ran.deleted.push(name);
    }
  };

  return {
    state,
    pending,
    up: (declaration, { target, replace = [], breakBeforeDeletes, loseAfterCreate } = {}) =>
      run(async (of, ran) => {
        for (const [name, neutral] of Object.entries(declaration)) {
          if (target && !target.includes(name)) continue;
          providers.set(name, neutral.provider ?? first);
          const { type, ignoreChanges = [] } = neutral;
          const { provider, old, inputs, diff } = await compared(of, name, neutral, { isForced: replace.includes(name) });
          if (old && !diff?.changes && !diff?.replaces && !old.isPartial) continue;
          if (old && !diff?.replaces) {
            const done = await provider.update(old, inputs, ignoreChanges);
            state.set(name, { ...old, inputs, outputs: done.outputs, isPartial: done.reasons.length > 0 });
            ran.updated.push(name);
            if (done.reasons.length > 0) throw new Error(done.reasons.join("\n"));
            continue;
          }
          const done = await provider.create(type, name, inputs);
          if (loseAfterCreate === name) throw new Error("The run was killed.");
          if (old) pending.push({ name, kept: old });
          state.set(name, { type, id: done.id, inputs, outputs: done.outputs, isPartial: done.reasons.length > 0 });
          ran[old ? "replaced" : "created"].push(name);
          if (done.reasons.length > 0) throw new Error(done.reasons.join("\n"));
        }
        if (breakBeforeDeletes) throw new Error("The run was broken off.");
        const isMeant = (name: string) => !target || target.includes(name);
        await remove(of, ran, (name) => isMeant(name) && !Object.hasOwn(declaration, name));
        await removeOwed(of, isMeant);
      }),
    preview: (declaration) =>
      run(async (of, ran) => {
        for (const [name, neutral] of Object.entries(declaration)) {
          const { provider, old, inputs, diff } = await compared(of, name, neutral, { isPreview: true });
          if (!diff || diff.replaces || diff.changes)
            await provider.foresee?.(neutral.type, inputs, diff?.replaces ? undefined : old, name);
          if (!diff) ran.created.push(name);
          else if (diff.replaces) ran.replaced.push(name);
          else if (diff.changes || old?.isPartial) ran.updated.push(name);
        }
        for (const name of state.keys()) if (!Object.hasOwn(declaration, name)) ran.deleted.push(name);
      }),
    refresh: () =>
      run(async (of, ran) => {
        for (const [name, kept] of [...state]) {
          const found = await (await of(providers.get(name))).read(kept);
          if (found) state.set(name, { ...kept, id: found.id, outputs: found.outputs, isPartial: false });
          else {
            state.delete(name);
            ran.deleted.push(name);
          }
        }
      }),
    take: (name, type, id) =>
      run(async (of) => {
        const provider = await of(undefined);
        const { inputs = {}, ...found } = await provider.get(type, id);
        state.set(name, { type, ...found, inputs, isPartial: false });
      }),
    destroy: ({ target } = {}) => run((of, ran) => remove(of, ran, (name) => !target || target.includes(name))),
  };
}
