import { operate, type Settings } from "../../provider/client";
import { checkInContext } from "../../provider/core/check";
import { diff } from "../../provider/core/diff";
import type { Fields } from "../../provider/core/field";
import type { Outcome, Resource } from "../../provider/core/resource";
import { stateAfter, stateRead } from "../../provider/core/state";
import { createContext, type Context } from "../../provider/domains";

type Properties = Record<string, unknown>;

/** What is kept of a resource between runs. */
interface Kept {
  state: { id: string; properties: Properties } | undefined;
}

/** What the engine does with one resource, without the engine: each call is a run of its own, with a process of its own. */
export interface Stack extends Kept {
  up: (declared: Properties) => Promise<void>;
  refresh: () => Promise<void>;
  destroy: () => Promise<void>;
  list: () => Promise<string[]>;
  /** Everything that the user was told, errors included. */
  said: string[];
}

/**
 * @param twin - What a second resource declares otherwise, with which the same is done at the same moment.
 * @throws what the engine would show: the error of an operation, or the first of a partial failure.
 */
export function createStack(resource: Resource<Context>, settings: () => Settings, twin?: Properties): Stack {
  const run = async <T>(work: (context: Context) => Promise<T>): Promise<T> => {
    const context = createContext(settings(), (_level, message) => stack.said.push(message));
    try {
      return await operate(() => work(context));
    } catch (error) {
      stack.said.push(`${(error as Error).message}\n${(error as Error).stack ?? ""}`);
      throw error;
    }
  };
  /** All that is done to the resource, and to its twin, is waited for. */
  const each = (work: (context: Context, kept: Kept, more: Properties) => Promise<void>) =>
    run(async (context) => {
      const all = [work(context, stack, {}), ...(twin ? [work(context, second, twin)] : [])];
      for (const one of await Promise.allSettled(all)) if (one.status === "rejected") throw one.reason;
    });
  const settled = (kept: Kept, before: Properties, inputs: Properties, outcome: Outcome<Fields>) => {
    kept.state = { id: outcome.id, properties: stateAfter(resource, before, inputs, outcome) };
    for (const { error } of outcome.failedProperties) throw error;
  };
  const second: Kept = { state: undefined };
  const stack: Stack = {
    state: undefined,
    said: [],
    up: (given) =>
      each(async (context, kept, more) => {
        const declared = { ...given, ...more };
        const { inputs, problems } = await checkInContext(resource, () => context, declared, {
          before: kept.state,
          isPreview: false,
        });
        if (problems.length > 0) throw new Error(JSON.stringify(problems));
        if (!kept.state) {
          settled(kept, {}, inputs, await resource.create(context, inputs));
          return;
        }
        const { id, properties } = kept.state;
        if (diff(resource, id, properties, inputs).changed.length === 0) return;
        settled(kept, properties, inputs, await resource.update(context, id, properties, inputs));
      }),
    refresh: () =>
      each(async (context, kept) => {
        const { id, properties } = inState(kept);
        const live = await resource.read(context, id, properties);
        kept.state = live && { id: live.id, properties: stateRead(resource, live, properties) };
      }),
    destroy: () =>
      each(async (context, kept) => {
        // A run before this one may have got as far as here with one of two.
        if (!kept.state && twin) return;
        const { id, properties } = inState(kept);
        await resource.delete(context, id, properties);
        kept.state = undefined;
      }),
    list: () =>
      run(async (context) => {
        const ids: string[] = [];
        for await (const { id } of resource.list(context)) ids.push(id);
        return ids;
      }),
  };
  return stack;
}

function inState({ state }: Kept): NonNullable<Kept["state"]> {
  if (!state) throw new Error("The resource is not in state.");
  return state;
}
