import { GraphQLError } from "graphql";
import type { Attributed, Attributes } from "../model";
import type { World } from "../worlds";
import { accountFor, mustHave, thingOf, type Context, type Resolver } from "./support";

/** Merges; null removes. Maps inside are merged at every depth, or replaced with what they hold, nulls included. */
function mergeAttributes(target: Attributes, changes: Attributes, nested: World["nested"] = "merge"): Attributes {
  const result = new Map(Object.entries(target));
  for (const [key, value] of Object.entries(changes)) {
    const old = result.get(key);
    if (value === null) result.delete(key);
    else result.set(key, isMap(value) && nested === "merge" ? mergeAttributes(isMap(old) ? old : {}, value) : value);
  }
  return Object.fromEntries(result);
}

/** The changes with a value where the path leads: "a.b" is `b` inside `a`. */
function atPath(path: string, value: unknown): Attributes {
  const [first = "", ...rest] = path.split(".");
  return { [first]: rest.length === 0 ? value : atPath(rest.join("."), value) };
}

export interface AttributeArgs {
  name?: string | null | undefined;
  context?: string | null | undefined;
}

/** What a thing bears, as a context sees it; with a name that attribute alone. */
export function attributesOf({ attributes, contexts }: Attributed, { name, context }: AttributeArgs): Attributes {
  const all = context ? mergeAttributes(attributes, contexts?.get(context) ?? {}) : attributes;
  if (!name) return all;
  const found = Object.entries(all).filter(([key]) => key === name);
  return Object.fromEntries(found);
}

/** The value of one attribute; null where there is none. A dot in its name is a path, as in setAttribute. */
export function attributeOf(bearer: Attributed, { name, context }: AttributeArgs): unknown {
  const all = attributesOf(bearer, { context });
  if (!name) return all;
  const step = (value: unknown, key: string): unknown => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined);
  return step(all, name) ?? name.split(".").reduce(step, all) ?? null;
}

function isMap(value: unknown): value is Attributes {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The device, the service or the user of that id; the key's user where there is none (api/README.md, D and A). */
function bearerOf(context: Context, serviceId: string | null | undefined): Attributed {
  if (!serviceId) return context.account;
  if (context.store.accounts.has(serviceId)) return accountFor(context, serviceId);
  const found = thingOf(context, serviceId);
  if (!found) throw new GraphQLError(`Service ${serviceId} not found.`);
  mustHave(found.device, "MANAGE");
  return found.service ?? found.device;
}

const setAttributes: Resolver<{ attributes: Attributes; serviceId?: string | null }> = (_source, args, context) => {
  if (!isMap(args.attributes)) throw new GraphQLError("Invalid attributes: they must be a JSON object.");
  const { world } = context.store;
  const bearer = bearerOf(context, args.serviceId);
  for (const [name, value] of Object.entries(args.attributes)) {
    const isPath = world["dotted-attribute"] === "path" && name.includes(".");
    bearer.attributes = isPath
      ? mergeAttributes(bearer.attributes, atPath(name, value))
      : mergeAttributes(bearer.attributes, { [name]: value }, world.nested);
  }
  return bearer.attributes;
};

interface SetAttribute {
  name: string;
  value?: unknown;
  serviceId?: string | null;
  context?: string | null;
}

/** A dot in the name is a path (api/README.md, D, C). */
const setAttribute: Resolver<SetAttribute> = (_source, { name, value = null, serviceId, context: within }, context) => {
  const bearer = bearerOf(context, serviceId);
  const change = atPath(name, value);
  if (within) {
    bearer.contexts ??= new Map();
    bearer.contexts.set(within, mergeAttributes(bearer.contexts.get(within) ?? {}, change));
  } else {
    bearer.attributes = mergeAttributes(bearer.attributes, change);
  }
  return value;
};

export const attributeMutations = { setAttributes, setAttribute };
