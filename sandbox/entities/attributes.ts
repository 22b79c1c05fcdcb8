import { GraphQLError } from "graphql";
import { NO_ATTRIBUTES, type Attributed, type Attributes } from "../attributed";
import { defineEntity, type Context } from "../entity";
import { thingOf } from "../find";
import { accountToChange, mustHave } from "../permissions";
import { rows } from "../rows";
import type { World } from "../worlds";
import type { SeenDevice } from "./devices/rows";
import type { SeenService } from "./services/rows";

const ofAccount = rows((): Attributed => ({ attributes: NO_ATTRIBUTES }));
const ofDevice = ({ device }: SeenDevice): Attributed => device;
const ofService = ({ service }: SeenService): Attributed => service;

/** Fields of a device that are attributes: inside `$remoteit`. */
const SHOWN = ["category", "status"].flatMap((name) => ["A", "B", "C", "D", "E"].map((letter) => name + letter));

export default defineEntity({
  fields: {
    User: readings(ofAccount),
    Device: {
      ...readings(ofDevice),
      ...Object.fromEntries(SHOWN.map((name) => [name, ({ device }: SeenDevice) => textIn(device, name)])),
    },
    Service: readings(ofService),
  },
  mutations: {
    setAttributes: ({ attributes, serviceId }: { attributes: Attributes; serviceId?: string | null }, context) => {
      if (!isMap(attributes)) throw new GraphQLError("Invalid attributes: they must be a JSON object.");
      const { world } = context.store;
      const bearer = bearerOf(context, serviceId);
      for (const [name, value] of Object.entries(attributes)) {
        const isPath = world["dotted-attribute"] === "path" && name.includes(".");
        bearer.attributes = isPath
          ? mergeAttributes(bearer.attributes, atPath(name, value))
          : mergeAttributes(bearer.attributes, { [name]: value }, world.nested);
      }
      return bearer.attributes;
    },
    /** A dot in the name is a path (api/README.md, D, C). */
    setAttribute: ({ name, value = null, serviceId, context: within }: SetAttribute, context) => {
      const bearer = bearerOf(context, serviceId);
      const change = atPath(name, value);
      if (within) {
        bearer.contexts ??= new Map();
        bearer.contexts.set(within, mergeAttributes(bearer.contexts.get(within) ?? {}, change));
      } else {
        bearer.attributes = mergeAttributes(bearer.attributes, change);
      }
      return value;
    },
  },
});

interface SetAttribute {
  name: string;
  value?: unknown;
  serviceId?: string | null;
  context?: string | null;
}

/** The fields that show what something bears. */
function readings<S>(bearer: (source: S) => Attributed) {
  return {
    attributes: (source: S, args: AttributeArgs) => attributesOf(bearer(source), args),
    attribute: (source: S, args: AttributeArgs) => attributeOf(bearer(source), args),
  };
}

/** Null where there is none. */
function textIn({ attributes }: Attributed, name: string): string | null {
  const value = new Map(Object.entries(attributes["$remoteit"] ?? {})).get(name) as unknown;
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

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

interface AttributeArgs {
  name?: string | null | undefined;
  context?: string | null | undefined;
}

/** What a thing bears, as a context sees it; with a name that attribute alone. */
function attributesOf({ attributes, contexts }: Attributed, { name, context }: AttributeArgs): Attributes {
  const all = context ? mergeAttributes(attributes, contexts?.get(context) ?? {}) : attributes;
  if (!name) return all;
  const found = Object.entries(all).filter(([key]) => key === name);
  return Object.fromEntries(found);
}

/** The value of one attribute; null where there is none. A dot in its name is a path, as in setAttribute. */
function attributeOf(bearer: Attributed, { name, context }: AttributeArgs): unknown {
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
  if (!serviceId) return ofAccount(context.account);
  if (context.store.accounts.has(serviceId)) return ofAccount(accountToChange(context, serviceId, "MANAGE", "ADMIN"));
  const found = thingOf(context, serviceId);
  if (!found) throw new GraphQLError(`Service ${serviceId} not found.`);
  mustHave(context, found, "MANAGE");
  return found.service ?? found.device;
}
