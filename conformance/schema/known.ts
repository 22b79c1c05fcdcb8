import { buildSchema, type GraphQLSchema } from "graphql";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The schema as this package knows it. */
export function knownSchema(): GraphQLSchema {
  const folder = dirname(require.resolve("pulumi-remoteit/package.json"));
  return buildSchema(readFileSync(join(folder, "api", "schema.graphql"), "utf8"));
}
