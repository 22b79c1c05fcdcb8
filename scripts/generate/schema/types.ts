import { isDeepStrictEqual } from "node:util";
import { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema & { known?: string[] };

/** A property's type in Pulumi's terms. */
type TypeSpec = Record<string, unknown>;

export interface Types {
  /** The type of a schema; shapes and lists of names in it become types of the package, by their titles. */
  of: (schema: z.ZodType, io: "input" | "output") => TypeSpec;
  /** All types that were met, by their tokens. */
  all: () => Record<string, unknown>;
}

const ANY = { $ref: "pulumi.json#/Any" };

export function createTypes(): Types {
  const met = new Map<string, object>();

  const refer = (title: string | undefined, type: object): TypeSpec => {
    if (title === undefined) throw new Error(`A shape without a title cannot be named in the schema: ${JSON.stringify(type)}`);
    const token = `remoteit:index:${title}`;
    const known = met.get(token);
    if (known && !isDeepStrictEqual(untold(known), untold(type))) throw new Error(`Two shapes are called ${title}.`);
    met.set(token, known ?? type);
    return { $ref: `#/types/${token}` };
  };

  const bare = (schema: JsonSchema): TypeSpec => {
    if (schema.known) return { oneOf: [{ type: "string" }, refer(schema.title, enumeration(schema))] };
    if (schema.anyOf) return union(schema.anyOf.map(bare));
    if (schema.type === "array") return { type: "array", items: bare(schema.items as JsonSchema) };
    if (schema.type === "object" && schema.properties) return refer(schema.title, shape(schema));
    if (schema.type === "object") return { type: "object", additionalProperties: ANY };
    if (typeof schema.type === "string") return { type: schema.type };
    if (schema.type === undefined && !schema.enum) return { ...ANY };
    // Null has no type of its own in Pulumi: any property may be null where its language can say so.
    const [type, ...others] = Array.isArray(schema.type) ? schema.type.filter((one) => one !== "null") : [];
    if (type !== undefined && others.length === 0) return { type };
    throw new Error(`No type for the schema ${JSON.stringify(schema)}.`);
  };

  const shape = (schema: JsonSchema) => {
    const properties = Object.entries(schema.properties as Record<string, JsonSchema>);
    return {
      ...(schema.description && { description: schema.description }),
      type: "object",
      properties: Object.fromEntries(properties.map(([name, property]) => [name, describe(property)])),
      required: schema.required ?? [],
    };
  };

  const describe = (schema: JsonSchema): TypeSpec => ({
    ...bare(schema),
    ...(schema.description !== undefined && { description: schema.description }),
    ...(isConstant(schema.default) && { default: schema.default }),
  });

  return {
    of: (schema, io) => {
      const json = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as JsonSchema;
      return { ...bare(json), ...(io === "input" && isConstant(json.default) && { default: json.default }) };
    },
    all: () => Object.fromEntries([...met].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}

/** What Pulumi's schema takes for a default. Another one, such as that of a list, the provider itself sets. */
const isConstant = (value: unknown): boolean => ["boolean", "number", "string"].includes(typeof value);

/** Without what one place says of it: a shape in a property is told by that property. */
const untold = (type: object): object => ({ ...type, description: undefined });

/** A text in either notation is one text; a list of names inside a union joins it. */
function union(types: TypeSpec[]): TypeSpec {
  const flat = types.flatMap((type) => (type["oneOf"] as TypeSpec[] | undefined) ?? [type]);
  const distinct = flat.filter((type, index) => flat.findIndex((other) => isDeepStrictEqual(type, other)) === index);
  return distinct.length === 1 ? { ...distinct[0] } : { oneOf: distinct };
}

function enumeration({ description, known = [] }: JsonSchema) {
  return {
    ...(description !== undefined && { description }),
    type: "string",
    enum: known.map((value) => ({ name: value.replaceAll(/[^A-Za-z0-9]/g, ""), value })),
  };
}
