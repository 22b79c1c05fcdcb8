import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  buildASTSchema,
  concatAST,
  getNullableType,
  GraphQLBoolean,
  GraphQLError,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import type { Context, Entity, Field } from "../entity";
import type { World } from "../worlds";
import { together } from "./routes";

/** Types whose fields `without` names alone: "addService" is Mutation.addService. */
const ROOTS = ["Query", "User", "Mutation"];

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * The schema of api/ and what entities add to it, whole but for what the world lacks. What no entity models says so.
 *
 * @param without - Mutations and queries that it is to lack besides, also those of `login`.
 * @throws Error where one of them is not in the schema.
 */
export function sandboxSchema(entities: readonly Entity[], world: World, without: readonly string[]): GraphQLSchema {
  const added = entities.flatMap(({ schema }) => (schema === undefined ? [] : [parse(schema)]));
  const whole = concatAST([parse(readFileSync(schemaFile(), "utf8")), ...added]);
  const known = ROOTS.flatMap((type) => fieldsOf(whole, type).map(({ name }) => name.value));
  const unknown = without.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The schema has no mutation or query ${unknown.join(", ")}, so the sandbox cannot be without it.`);
  const lacked = new Set([
    ...entities.flatMap(({ lacks }) => lacks?.(world) ?? []),
    ...without.flatMap((name) => ROOTS.map((type) => `${type}.${name}`)),
  ]);
  const schema = buildASTSchema(lacking(whole, lacked));
  const resolvers = resolversOf(entities);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name === "DateTime" && isScalarType(type)) Object.assign(type, dateTime);
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const fields = Object.values(type.getFields()) as GraphQLField<unknown, Context>[];
    for (const field of fields) {
      const resolver = resolvers.get(`${type.name}.${field.name}`);
      field.resolve = type.name === "Mutation" ? mutationOf(field, resolver) : (resolver ?? fact);
    }
  }
  return schema;
}

/** The document without some fields, as Type.field, and arguments, as Type.field.argument. */
function lacking(document: DocumentNode, lacked: ReadonlySet<string>): DocumentNode {
  const cut = <T extends ObjectTypeDefinitionNode | ObjectTypeExtensionNode>(node: T): T => ({
    ...node,
    fields: (node.fields ?? [])
      .map((field) => ({ ...field, path: `${node.name.value}.${field.name.value}` }))
      .filter(({ path }) => !lacked.has(path))
      .map(({ path, ...field }) => ({
        ...field,
        arguments: field.arguments?.filter(({ name }) => !lacked.has(`${path}.${name.value}`)) ?? [],
      })),
  });
  return visit(document, { ObjectTypeDefinition: cut, ObjectTypeExtension: cut });
}

/** By Type.field. */
function resolversOf(entities: readonly Entity[]): Map<string, Resolve> {
  // Every field has arguments of its own, which the schema has checked before it is resolved.
  const declared = together<Field<never>>(entities, ({ query = {}, mutations = {}, fields = {} }) => {
    const ofRoots = Object.entries({ Query: query, Mutation: mutations }).flatMap(([type, all]) =>
      Object.entries(all).map(([name, root]): [string, Field<never>] => [
        `${type}.${name}`,
        (_source, args, context) => root(args, context),
      ]),
    );
    const ofTypes = Object.entries(fields).flatMap(([type, all = {}]) =>
      Object.entries(all).map(([name, field]): [string, Field<never>] => [`${type}.${name}`, field]),
    );
    return Object.fromEntries([...ofRoots, ...ofTypes]);
  });
  const resolver = (field: Field<never>): Resolve =>
    typeof field === "function" ? (source, args, context) => field(source as never, args as never, context) : () => field;
  return new Map([...declared].map(([name, field]) => [name, resolver(field)]));
}

/** ISO 8601; a date alone is taken as an argument (api/README.md, D). */
function parseDate(value: unknown): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError(`DateTime cannot represent ${JSON.stringify(value)}: it must be a date in ISO 8601.`);
}

const dateTime: Partial<GraphQLScalarType> = {
  parseValue: parseDate,
  parseLiteral: (node, variables) => parseDate(valueFromASTUntyped(node, variables)),
};

/** A fact of the thing itself, or what it computes. One that is undefined is not modelled; null is an answer. */
const fact: Resolve = (source, args, context, info) => {
  // The roots have no source: what they do not resolve is not modelled.
  const value = (source as Record<string, unknown> | undefined)?.[info.fieldName];
  if (value === undefined) throw new GraphQLError(`${info.parentType.name}.${info.fieldName} is not modelled by the sandbox.`);
  return typeof value === "function" ? (value as (...all: unknown[]) => unknown)(args, context, info) : value;
};

/** What a mutation does: what is modelled, unless a fault has it refuse. */
function mutationOf({ name, type }: GraphQLField<unknown, Context>, resolver: Resolve | undefined): Resolve {
  const isFlag = getNullableType(type) === GraphQLBoolean;
  return (source, args, context, info) => {
    if (!resolver) throw new GraphQLError(`${name} is not modelled by the sandbox.`);
    const answer: unknown = context.refusing === "instead" ? undefined : resolver(source, args, context, info);
    if (context.refusing && !isFlag && isNonNullType(type)) throw new GraphQLError(`${name} was refused.`);
    if (context.refusing) return isFlag ? false : null;
    return answer;
  };
}

function fieldsOf({ definitions }: DocumentNode, type: string): FieldDefinitionNode[] {
  return definitions.flatMap((one) => {
    const isObject = one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.OBJECT_TYPE_EXTENSION;
    return isObject && one.name.value === type ? (one.fields ?? []) : [];
  });
}

/** Beside the sources and, in the package, beside dist/. */
function schemaFile(folder = __dirname): string {
  const file = join(folder, "api", "schema.graphql");
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error("api/schema.graphql is missing from the package: install it again.");
  return schemaFile(dirname(folder));
}
