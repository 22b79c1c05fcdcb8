import type { dynamic } from "@pulumi/pulumi";
import { operate } from "../client";
import { checkInContext } from "../core/check";
import { diff } from "../core/diff";
import { RemoteitError } from "../core/errors";
import { ignoring } from "../core/ignore";
import { protoPaths, withoutProto } from "../core/map";
import { printPath } from "../core/path";
import type { Fields } from "../core/field";
import { type Outcome, type Problem, reasonsOf, type Resource, waitOf } from "../core/resource";
import { heldIn, stateAfter, stateRead } from "../core/state";
import { type Context, noteDeclared } from "../domains";
import { notThere } from "../domains/shared/answers";
import { type Session, session as shared } from "./session";
import { spoken } from "../core/spoken";

type Properties = Record<string, unknown>;

/** Where a dynamic resource keeps its provider among its properties. */
const PROVIDER = "__provider";

/** And where the class puts the resource option `ignoreChanges`, of which a dynamic provider does not hear. */
const IGNORED = "__ignoreChanges";

/** And where the class says that the program runs for a preview, of which a dynamic provider does not hear either. */
const PREVIEW = "__preview";

/** And what the program calls it, of a kind that the account has no name for. */
const NAME = "__called";

/** What the engine shows as the reason of a replacement that no property asks for. */
const ID = "id";

/**
 * A resource as the provider that Pulumi's dynamic resources call. It translates and decides nothing.
 *
 * @param session - What the resources of a stack share. Default: that of this process.
 */
export function dynamicProvider<I extends Fields, O extends Fields, F>(
  declaration: Resource<Context, I, O, F>,
  session: Session = shared,
): dynamic.ResourceProvider {
  const resource = declaration as unknown as Resource<Context>;
  return {
    configure: ({ config }) => {
      session.configure(config);
      return Promise.resolve();
    },

    check: (olds: Properties, news: Properties) =>
      plainly(async () => {
        const { inputs, problems } = await checkInContext(resource, session.context, own(news), {
          before: exists(olds) ? own(olds) : undefined,
          isPreview: news[PREVIEW] === true,
          name: nameIn(news),
        });
        const kept = [IGNORED, NAME].filter((key) => news[key] !== undefined);
        const hidden = Object.fromEntries(kept.map((key) => [key, news[key]]));
        return { inputs: plain({ ...inputs, ...hidden }), failures: problems.map(failure) };
      }),

    diff: (id: string, olds: Properties, news: Properties) =>
      operation(resource, news, async () => {
        const [state, declared] = [own(olds), managed(olds, news)];
        const { changed, replaces } = diff(resource, id, state, declared);
        if (replaces.length > 0) return { changes: true, replaces };
        const { needsItsOwn, isOfRefresh } = noteDeclared(resource, session, id, state, declared);
        // Another resource has it by now, so this one needs a thing of its own; where there is none to have, that is an error.
        if (needsItsOwn) return { changes: true, replaces: [ID] };
        const stale = await resource.stale?.(session.context(), id, state, declared, isOfRefresh);
        return { changes: changed.length > 0 || stale !== undefined || isOfPlugin(olds), replaces };
      }),

    create: (inputs: Properties) =>
      operation(resource, inputs, async () => {
        const outcome = await resource.create(session.context(), own(inputs), nameIn(inputs));
        return { id: outcome.id, outs: settled(resource, {}, inputs, outcome) };
      }),

    read: (id: string, props: Properties = {}) =>
      operation(resource, props, async () => {
        const held = heldIn(own(props));
        const live = await resource.read(session.context(), id, held ?? {});
        // The engine takes an answer without properties for a thing that is there, where a program reads it by its id.
        if (!live && !held) {
          const { type } = resource;
          throw notThere({ what: `Reading ${spoken(type)}`, subject: id }, `The account has no ${type} with this id.`);
        }
        if (live && held) session.ownership.refreshed({ type: resource.type, id: live.id });
        return live ? { id: live.id, props: speakable(session, resource, live.id, stateRead(resource, live, held)) } : {};
      }),

    update: (id: string, olds: Properties, news: Properties) =>
      operation(resource, news, async () => {
        const declared = managed(olds, news);
        const outcome = await resource.update(session.context(), id, own(olds), declared, ignoredIn(news));
        return { outs: settled(resource, own(olds), { ...news, ...declared }, outcome) };
      }),

    delete: (id: string, props: Properties) =>
      operation(resource, props, () => resource.delete(session.context(), id, own(props))),
  };
}

/**
 * The engine prints the value of a property that it is told the name of, even a secret one. So it is told none, and the
 * reason begins with the property's path.
 */
function failure({ property, reason }: Problem): dynamic.CheckFailure {
  return { property: "", reason: property === "" ? reason : `${property}: ${reason}` };
}

/** The outputs; or, where a property could not be set, the error that makes the engine keep the resource all the same. */
function settled(resource: Resource<Context>, before: Properties, news: Properties, outcome: Outcome<Fields>): Properties {
  const state = plain(stateAfter(resource, before, own(news), outcome));
  if (outcome.failedProperties.length === 0) return state;
  const reasons = reasonsOf(outcome.failedProperties);
  throw Object.assign(new Error(reasons.join("\n")), {
    id: outcome.id,
    properties: { ...state, [PROVIDER]: news[PROVIDER] },
    reasons,
  });
}

/** A call that works on the account. It hears of no Ctrl-C, so it ends by itself: a while after the time it was told to wait. */
function operation<T>(resource: Resource<Context>, declared: Properties, call: () => Promise<T>): Promise<T> {
  return plainly(() => operate(call, { waitSeconds: waitOf(resource, declared) }));
}

/**
 * The engine shows the message of an error beside the resource, and it says all that a user can act on. For some calls the
 * SDK writes `${error}: ${error.stack}` as well: of our own errors that line names only what failed.
 */
async function plainly<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof RemoteitError) {
      error.stack = "failed, as the error of the resource says.";
      error.toString = () => error.label;
    }
    throw error;
  }
}

/** A create has no state before it. */
const exists = (olds: Properties) => Object.keys(olds).length > 0;

/**
 * A resource that the plugin managed until now: its state does not say which code reads and deletes it. The update, which writes nothing to
 * the account, puts that there.
 */
const isOfPlugin = (olds: Properties) => !(PROVIDER in olds);

function own({
  [PROVIDER]: _provider,
  [IGNORED]: _ignored,
  [PREVIEW]: _preview,
  [NAME]: _name,
  ...properties
}: Properties): Properties {
  return properties;
}

/** The declaration with what the program wants left alone as state holds it. */
const managed = (olds: Properties, news: Properties): Properties => ignoring(ignoredIn(news), own(olds), own(news));

function nameIn({ [NAME]: name }: Properties): string | undefined {
  return typeof name === "string" ? name : undefined;
}

function ignoredIn({ [IGNORED]: paths }: Properties): string[] {
  return Array.isArray(paths) ? paths.filter((path) => typeof path === "string") : [];
}

/** Without what Pulumi's SDK would lose on the way to the engine, which is said. */
function speakable({ log }: Session, { type }: Resource<Context>, id: string, state: Properties): Properties {
  const lost = protoPaths(state).map(printPath);
  if (lost.length === 0) return plain(state);
  log("warning", `${type} ${id}: ${lost.join(", ")} is left out, since Pulumi for Node.js keeps nothing of this name.`);
  return plain(withoutProto(state) as Properties);
}

/** Without undefined at any depth: the engine's encoding knows none. */
function plain(properties: Properties): Properties {
  return JSON.parse(JSON.stringify(properties)) as Properties;
}
