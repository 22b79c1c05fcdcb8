import { operate, type Settings } from "../../provider/client";
import { checkInContext } from "../../provider/core/check";
import { diff } from "../../provider/core/diff";
import type { Fields } from "../../provider/core/field";
import type { Outcome, Resource } from "../../provider/core/resource";
import { stateAfter, stateRead } from "../../provider/core/state";
import { createContext, type Context } from "../../provider/domains";

type Properties = Record<string, unknown>;

/** What the engine does with one resource, without the engine: each call is a run of its own, with a process of its own. */
export interface Stack {
  /** What is kept between runs. */
  state: { id: string; properties: Properties } | undefined;
  up: (declared: Properties) => Promise<void>;
  refresh: () => Promise<void>;
  destroy: () => Promise<void>;
  list: () => Promise<string[]>;
  /** Everything that the user was told, errors included. */
  said: string[];
}

/** @throws what the engine would show: the error of an operation, or the first of a partial failure. */
export function createStack(resource: Resource<Context>, settings: () => Settings): Stack {
  const run = async <T>(work: (context: Context) => Promise<T>): Promise<T> => {
    const context = createContext(settings(), (_level, message) => stack.said.push(message));
    try {
      return await operate(() => work(context));
    } catch (error) {
      stack.said.push(`${(error as Error).message}\n${(error as Error).stack ?? ""}`);
      throw error;
    }
  };
  const settled = (before: Properties, inputs: Properties, outcome: Outcome<Fields>) => {
    stack.state = { id: outcome.id, properties: stateAfter(resource, before, inputs, outcome) };
    for (const { error } of outcome.failedProperties) throw error;
  };
  const stack: Stack = {
    state: undefined,
    said: [],
    up: (declared) =>
      run(async (context) => {
        const { inputs, problems } = await checkInContext(resource, () => context, declared, {
          before: stack.state,
          isPreview: false,
        });
        if (problems.length > 0) throw new Error(JSON.stringify(problems));
        if (!stack.state) {
          settled({}, inputs, await resource.create(context, inputs));
          return;
        }
        const { id, properties } = stack.state;
        if (diff(resource, id, properties, inputs).changed.length === 0) return;
        settled(properties, inputs, await resource.update(context, id, properties, inputs));
      }),
    refresh: () =>
      run(async (context) => {
        const { id, properties } = inState(stack);
        const live = await resource.read(context, id, properties);
        stack.state = live && { id: live.id, properties: stateRead(resource, live, properties) };
      }),
    destroy: () =>
      run(async (context) => {
        const { id, properties } = inState(stack);
        await resource.delete(context, id, properties);
        stack.state = undefined;
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

function inState({ state }: Stack): NonNullable<Stack["state"]> {
  if (!state) throw new Error("The resource is not in state.");
  return state;
}
