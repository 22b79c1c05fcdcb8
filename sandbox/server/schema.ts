import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  buildASTSchema,
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
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from "graphql";
import { accountMutations } from "../resolvers/account";
import { attributeMutations } from "../resolvers/attributes";
import { connectionMutations } from "../resolvers/connections";
import { deviceMutations } from "../resolvers/devices";
import { keyMutations } from "../resolvers/keys";
import { notificationMutations } from "../resolvers/notifications";
import { query } from "../resolvers/query";
import { serviceMutations } from "../resolvers/services";
import type { Context, Resolver } from "../resolvers/support";
import { tagMutations } from "../resolvers/tags";
import type { World } from "../worlds";

// Every resolver of a mutation has arguments of its own, which the schema has checked before it runs.
const modelled = new Map(
  Object.entries({
    ...deviceMutations,
    ...serviceMutations,
    ...attributeMutations,
    ...tagMutations,
    ...notificationMutations,
    ...connectionMutations,
    ...keyMutations,
    ...accountMutations,
  }) as [string, Resolver<never>][],
);

/** Types whose fields `without` names alone: "addService" is Mutation.addService. */
const ROOTS = ["Query", "User", "Mutation"];

/** What the schema lacks in a world: fields as Type.field, arguments as Type.field.argument. */
const lackedIn = (world: World): string[] => [
  ...(world.cursor === "missing"
    ? ["User.devices.after", "PaginatedDeviceResponse.hasMore", "PaginatedDeviceResponse.last"]
    : []),
  ...(world["hardware-id-filter"] === "missing" ? ["User.devices.hardwareId"] : []),
  ...(world["events-from"] === "missing" ? ["User.events.from", "Device.events.from", "Service.events.from"] : []),
  ...(world["user-service"] === "missing" ? ["User.service"] : []),
  ...(world["register-device"] === "missing"
    ? ["Mutation.registerDevice", "Mutation.addServiceByHardwareId", "Mutation.generateDeviceAddress"]
    : []),
];

/**
 * The schema of api/, whole but for what the world lacks. What the sandbox does not model says so.
 *
 * @param without - Mutations and queries that it is to lack besides, also those of `login`.
 * @throws Error where one of them is not in the schema.
 */
export function sandboxSchema(world: World, without: readonly string[]): GraphQLSchema {
  const whole = parse(readFileSync(schemaFile(), "utf8"));
  const known = ROOTS.flatMap((type) => fieldsOf(whole, type).map(({ name }) => name.value));
  const unknown = without.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The schema has no mutation or query ${unknown.join(", ")}, so the sandbox cannot be without it.`);
  const lacked = new Set([...lackedIn(world), ...without.flatMap((name) => ROOTS.map((type) => `${type}.${name}`))]);
  const document = visit(whole, {
    ObjectTypeDefinition: (node) => ({
      ...node,
      fields: (node.fields ?? [])
        .map((field) => ({ ...field, path: `${node.name.value}.${field.name.value}` }))
        .filter(({ path }) => !lacked.has(path))
        .map(({ path, ...field }) => ({
          ...field,
          arguments: field.arguments?.filter(({ name }) => !lacked.has(`${path}.${name.value}`)) ?? [],
        })),
    }),
  });
  const schema = buildASTSchema(document);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name === "DateTime" && isScalarType(type)) Object.assign(type, dateTime);
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const fields = Object.values(type.getFields()) as GraphQLField<unknown, Context>[];
    for (const field of fields) field.resolve = resolverOf(type, field);
  }
  return schema;
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

function resolverOf(type: GraphQLObjectType, field: GraphQLField<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  if (type.name === "Mutation") return mutationOf(field);
  const roots = new Map<string, GraphQLFieldResolver<unknown, Context>>(type.name === "Query" ? Object.entries(query) : []);
  return roots.get(field.name) ?? modelledField;
}

/** A fact of the thing itself, or what it computes. One that is undefined is not modelled; null is an answer. */
const modelledField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  // The roots have no source: what they do not resolve is not modelled.
  const value = (source as Record<string, unknown> | undefined)?.[info.fieldName];
  if (value === undefined) throw new GraphQLError(`${info.parentType.name}.${info.fieldName} is not modelled by the sandbox.`);
  return typeof value === "function" ? (value as (...all: unknown[]) => unknown)(args, context, info) : value;
};

/** What a mutation does: what is modelled, unless a fault has it refuse. */
function mutationOf({ name, type }: GraphQLField<unknown, Context>): GraphQLFieldResolver<unknown, Context> {
  const isFlag = getNullableType(type) === GraphQLBoolean;
  const resolver = modelled.get(name);
  return (source, args, context) => {
    if (!resolver) throw new GraphQLError(`${name} is not modelled by the sandbox.`);
    const answer = context.refusing === "instead" ? undefined : resolver(source, args as never, context);
    if (context.refusing && !isFlag && isNonNullType(type)) throw new GraphQLError(`${name} was refused.`);
    if (context.refusing) return isFlag ? false : null;
    return answer;
  };
}

function fieldsOf(document: DocumentNode, type: string): readonly FieldDefinitionNode[] {
  const found = document.definitions.find((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === type);
  return found?.kind === Kind.OBJECT_TYPE_DEFINITION ? (found.fields ?? []) : [];
}

/** Beside the sources and, in the package, beside dist/. */
function schemaFile(folder = __dirname): string {
  const file = join(folder, "api", "schema.graphql");
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error("api/schema.graphql is missing from the package: install it again.");
  return schemaFile(dirname(folder));
}
