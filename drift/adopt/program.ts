import { z } from "zod";
import type { Field } from "../../provider/core/field";
import { isMap } from "../../provider/core/map";
import type { Kind } from "../kinds";
import { type Constants, constantNames, keyOf, resourceNames, thingKey } from "./names";
import type { Unmanaged } from "./unmanaged";

/** In place of a property's value: the id of the resource that this constant of the program holds. */
export class IdOf {
  constructor(readonly constant: string) {}
}

/** In place of a map: one of which the SDKs of typed languages have a type, with this name. */
export class Shape {
  readonly properties: Readonly<Record<string, unknown>>;

  constructor(
    readonly title: string,
    properties: Readonly<Record<string, unknown>>,
  ) {
    this.properties = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
  }

  toJSON(): object {
    return this.properties;
  }
}

/** A resource as a program declares it, in whatever language. */
export interface Declaration {
  type: string;
  /** Logical name. */
  name: string;
  /** Of the thing that it takes over; a resource without takes over nothing. */
  id?: string;
  /** What to know of it, a line each. */
  comments?: readonly string[];
  /** What holds it, where another refers to it. */
  constant?: string;
  /** Values of JSON, and ids of others. */
  properties: Readonly<Record<string, unknown>>;
  /** Of these, those that let in whoever knows them. */
  sensitive: string[];
  /** Properties that it needs and no program can write: it is not declared then. */
  lacking: string[];
}

/**
 * What takes over the unmanaged: every declaration is what the account holds now, so that running it changes nothing there. What others
 * refer to comes before them.
 *
 * @param taken - Names of other resources of the program.
 */
export function declarationsOf(
  unmanaged: readonly Unmanaged[],
  style: Constants,
  taken: readonly string[] = [],
): (Declaration & { id: string })[] {
  const nameOf = resourceNames(unmanaged, taken);
  const constants = constantsOf(unmanaged, nameOf, style);
  return inOrder(unmanaged).map((one) => {
    const { kind, live } = one;
    const properties = propertiesOf(one, constants);
    const constant = constants.get(thingKey(one));
    return {
      type: kind.type,
      name: nameOf(one),
      id: live.id,
      ...(constant !== undefined && { constant }),
      properties,
      sensitive: Object.keys(properties).filter((key) => kind.inputs[key]?.marks.told),
      lacking: Object.entries(kind.inputs).flatMap(([key, { schema }]) =>
        key in properties || !isRequired(schema) ? [] : [key],
      ),
    };
  });
}

/** Of each kind, the inputs that hold ids of things, and the kinds of these. */
function referencesOf({ device, inputs }: Kind): ReadonlyMap<string, string> {
  const marked = Object.entries(inputs).flatMap(([input, { marks }]) =>
    marks.idOf === undefined ? [] : [[input, marks.idOf] as const],
  );
  return new Map([...(device === undefined || device === "itself" ? [] : [[device, "Device"] as const]), ...marked]);
}

/** The kinds in their order, each behind those that it refers to. */
function inOrder(unmanaged: readonly Unmanaged[]): Unmanaged[] {
  const there = new Map(unmanaged.map(({ kind }) => [kind.type, kind]));
  const placed = new Set<Kind>();
  const place = (kind: Kind | undefined): void => {
    if (!kind || placed.has(kind)) return;
    for (const type of referencesOf(kind).values()) place(there.get(type));
    placed.add(kind);
  };
  for (const kind of there.values()) place(kind);
  return [...placed].flatMap((kind) => unmanaged.filter((one) => one.kind === kind));
}

/** Constants for what others refer to, by kind and id. */
function constantsOf(
  unmanaged: readonly Unmanaged[],
  nameOf: (one: Unmanaged) => string,
  style: Constants,
): ReadonlyMap<string, string> {
  const referred = new Set(unmanaged.flatMap(referredBy));
  const things = unmanaged.filter((one) => referred.has(thingKey(one)));
  const constants = constantNames(
    things.map((one) => ({ type: one.kind.type, name: nameOf(one) })),
    style,
  );
  return new Map(things.map((one) => [thingKey(one), constants.get(nameOf(one)) ?? ""]));
}

/** Keys of what it refers to, as the device that it is a part of. */
function referredBy({ kind, live: { inputs } }: Unmanaged): string[] {
  return [...referencesOf(kind)].flatMap(([input, type]) => {
    const id = (inputs as Readonly<Record<string, unknown>>)[input];
    return typeof id === "string" ? [keyOf(type, id)] : [];
  });
}

/** What its adoption declares, of that what a program may write. A secret is never written. */
function propertiesOf(one: Unmanaged, constants: ReadonlyMap<string, string>): Declaration["properties"] {
  const { kind, live } = one;
  const references = referencesOf(kind);
  const constantFor = (key: string, id: unknown): IdOf | undefined => {
    const type = references.get(key);
    const constant = type !== undefined && typeof id === "string" ? constants.get(keyOf(type, id)) : undefined;
    return constant === undefined ? undefined : new IdOf(constant);
  };
  const written = Object.entries(kind.adoption.inputs(live)).flatMap(([key, value]) => {
    const field = kind.inputs[key];
    if (!field || field.marks.secret || value === undefined || value === null) return [];
    if (!field.schema.safeParse(value).success) return [];
    return [[key, constantFor(key, value) ?? shaped(value, field)] as const];
  });
  return Object.fromEntries(written);
}

/** A map with the names of the types that it and those in it have in typed languages. */
const shaped = (value: unknown, { schema }: Field): unknown =>
  isMap(value) ? shapeOf(value, z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })) : value;

function shapeOf(value: unknown, { title, properties }: z.core.JSONSchema.BaseSchema): unknown {
  if (!isMap(value) || title === undefined || !properties) return value;
  const inner = Object.entries(value).map(([key, held]) => {
    const schema = properties[key];
    return [key, typeof schema === "object" ? shapeOf(held, schema) : held] as const;
  });
  return new Shape(title, Object.fromEntries(inner));
}

const isRequired = (schema: { safeParse: (value: unknown) => { success: boolean } }) => !schema.safeParse(undefined).success;
