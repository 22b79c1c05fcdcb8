import type { dynamic } from "@pulumi/pulumi";
import { check } from "../core/check";
import { diff } from "../core/diff";
import { NotFoundError } from "../core/errors";
import type { Fields } from "../core/field";
import type { Outcome, Problem, Resource } from "../core/resource";
import { stateAfter, stateRead } from "../core/state";
import type { Context } from "../resources";
import { configure, session, stillDeclared } from "./session";

type Properties = Record<string, unknown>;

/** Where a dynamic resource keeps its provider among its properties. */
const PROVIDER = "__provider";

/** A resource as the provider that Pulumi's dynamic resources call. It translates and decides nothing. */
export function dynamicProvider<I extends Fields, O extends Fields, F>(
  declaration: Resource<Context, I, O, F>,
): dynamic.ResourceProvider {
  const resource = declaration as unknown as Resource<Context>;
  return {
    configure: ({ config }) => {
      configure(config);
      return Promise.resolve();
    },

    check: (olds: Properties, news: Properties) =>
      plainly(async () => {
        const { inputs, problems } = check(resource, own(news), PROVIDER in olds);
        if (problems.length === 0) problems.push(...((await resource.rulesInContext?.(session(), inputs)) ?? []));
        return { inputs: plain(inputs), failures: problems.map(failure) };
      }),

    diff: (id: string, olds: Properties, news: Properties) =>
      plainly(() => {
        const { changed, replaces } = diff(resource, id, own(olds), own(news));
        if (replaces.length === 0) stillDeclared(id);
        return { changes: changed.length > 0, replaces };
      }),

    create: (inputs: Properties) =>
      plainly(async () => {
        const outcome = await resource.create(session(), own(inputs));
        return { id: outcome.id, outs: settled(resource, {}, inputs, outcome) };
      }),

    read: (id: string, props: Properties = {}) =>
      plainly(async () => {
        // A resource that was never created or read by this provider has no account in its properties: all is taken.
        const held = props["accountId"] === undefined ? undefined : own(props);
        const live = await resource.read(session(), id, held ?? {});
        if (live) return { id: live.id, props: plain(stateRead(resource, live, held)) };
        if (held === undefined) throw unknown(resource.type, id);
        return {};
      }),

    update: (id: string, olds: Properties, news: Properties) =>
      plainly(async () => {
        const outcome = await resource.update(session(), id, own(olds), own(news));
        return { outs: settled(resource, own(olds), news, outcome) };
      }),

    delete: (id: string, props: Properties) => plainly(() => resource.delete(session(), id, own(props))),
  };
}

/** At a refresh "nothing" drops the resource from state; for `get`, the engine would take it for a resource without properties. */
function unknown(type: string, id: string): NotFoundError {
  return new NotFoundError({
    what: `Read the ${type}`,
    subject: id,
    why: `The account has no ${type} of this id.`,
    remedy: "Check the id, and that the access key is that of the right account.",
  });
}

/**
 * The engine prints the value of the property that a failure names, in plain even if it is a secret: so none is named, and
 * the path stands in the reason.
 */
function failure({ property, reason }: Problem): dynamic.CheckFailure {
  return { property: "", reason: `${property}: ${reason}` };
}

/** The outputs; or, where a property could not be set, the error that makes the engine keep the resource all the same. */
function settled(resource: Resource<Context>, before: Properties, news: Properties, outcome: Outcome<Fields>): Properties {
  const state = plain(stateAfter(resource, before, own(news), outcome));
  if (outcome.unsettled.length === 0) return state;
  const reasons = outcome.unsettled.map(({ properties, error }) => `${properties.join(", ")}: ${error.message}`);
  throw Object.assign(new Error(reasons.join("\n")), {
    id: outcome.id,
    properties: { ...state, [PROVIDER]: news[PROVIDER] },
    reasons,
  });
}

/** The engine prints an error with its stack for some calls; the message says all that a user can act on. */
async function plainly<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error) error.stack = "";
    throw error;
  }
}

function own({ [PROVIDER]: _provider, ...properties }: Properties): Properties {
  return properties;
}

/** Without undefined at any depth: the engine's encoding knows none. */
function plain(properties: Properties): Properties {
  return JSON.parse(JSON.stringify(properties)) as Properties;
}
