import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GraphQLError, Kind, parse, print, visit, type DocumentNode, type FieldDefinitionNode } from "graphql";
import { createSchema } from "graphql-yoga";
import { attributeMutations } from "./resolvers/attributes";
import { connectionMutations } from "./resolvers/connections";
import { deviceMutations } from "./resolvers/devices";
import { notificationMutations } from "./resolvers/notifications";
import { query } from "./resolvers/query";
import { serviceMutations } from "./resolvers/services";
import type { Context, Resolver } from "./resolvers/support";
import { tagMutations } from "./resolvers/tags";

// Every resolver of a mutation has arguments of its own, which the schema has checked before it runs.
const modelled = new Map(
  Object.entries({
    ...deviceMutations,
    ...serviceMutations,
    ...attributeMutations,
    ...tagMutations,
    ...notificationMutations,
    ...connectionMutations,
  }) as [string, Resolver<never>][],
);

/**
 * The schema of api/.
 *
 * @param without - Mutations and queries that it is to lack, also those of `login`.
 * @throws Error where one of them is not in the schema.
 */
export function sandboxSchema(without: readonly string[]) {
  const whole = parse(readFileSync(schemaFile(), "utf8"));
  const known = ["Query", "User", "Mutation"].flatMap((type) => fieldsOf(whole, type).map(({ name }) => name.value));
  const unknown = without.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`The schema has no mutation or query ${unknown.join(", ")}, so the sandbox cannot be without it.`);
  const document = visit(whole, {
    ObjectTypeDefinition: (node) =>
      ["Query", "User", "Mutation"].includes(node.name.value)
        ? { ...node, fields: node.fields?.filter(({ name }) => !without.includes(name.value)) ?? [] }
        : undefined,
  });
  const offered = (map: object) => Object.fromEntries(Object.entries(map).filter(([name]) => !without.includes(name)));
  return createSchema<Context>({
    typeDefs: print(document),
    resolvers: {
      Query: offered(query),
      Mutation: Object.fromEntries(fieldsOf(document, "Mutation").map((field) => [field.name.value, mutationOf(field)])),
    },
  });
}

/** What a mutation does: what is modelled, unless a fault has it refuse. */
function mutationOf({ name, type }: FieldDefinitionNode): Resolver<never> {
  const isFlag = type.kind === Kind.NAMED_TYPE && type.name.value === "Boolean";
  const resolver = modelled.get(name.value);
  return (source, args, context) => {
    if (!resolver) throw new GraphQLError(`${name.value} is not modelled by the sandbox.`);
    const answer = context.refusing === "instead" ? undefined : resolver(source, args, context);
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
