import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GraphQLError, parse, print, visit } from "graphql";
import { createSchema } from "graphql-yoga";
import { deviceMutations } from "./resolvers/devices";
import { query } from "./resolvers/query";
import { serviceMutations } from "./resolvers/services";
import { settingMutations } from "./resolvers/settings";
import type { Context } from "./resolvers/support";

const modelled = { ...deviceMutations, ...serviceMutations, ...settingMutations };

/** The schema of api/, without the mutations that are to be missing; a mutation that is not modelled says so. */
export function sandboxSchema(without: readonly string[]) {
  const document = visit(parse(readFileSync(schemaFile(), "utf8")), {
    ObjectTypeDefinition: (node) =>
      node.name.value === "Mutation"
        ? { ...node, fields: node.fields?.filter(({ name }) => !without.includes(name.value)) ?? [] }
        : undefined,
  });
  const mutation = document.definitions.find((one) => one.kind === "ObjectTypeDefinition" && one.name.value === "Mutation");
  const names = mutation?.kind === "ObjectTypeDefinition" ? (mutation.fields ?? []).map(({ name }) => name.value) : [];
  return createSchema<Context>({
    typeDefs: print(document),
    resolvers: {
      Query: query,
      Mutation: Object.fromEntries(names.map((name) => [name, name in modelled ? modelled[name as keyof typeof modelled] : notModelled(name)])),
    },
  });
}

const notModelled = (name: string) => () => {
  throw new GraphQLError(`${name} is not modelled by the sandbox.`);
};

/** Beside the sources and, in the package, beside dist/. */
function schemaFile(folder = __dirname): string {
  const file = join(folder, "api", "schema.graphql");
  if (existsSync(file)) return file;
  if (dirname(folder) === folder) throw new Error("api/schema.graphql is missing from the package: install it again.");
  return schemaFile(dirname(folder));
}
