import { buildClientSchema, buildSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ReadOnlyClient } from "../../provider/client";
import { SchemaError } from "../../provider/core/errors";
import { TypedDocumentString } from "../generated/graphql";

const Introspection = new TypedDocumentString<IntrospectionQuery, Record<string, never>>(
  getIntrospectionQuery({ descriptions: false }).replace("IntrospectionQuery", "conformanceSchema"),
);

/** The schema that the endpoint says it has. @throws RemoteitError */
export async function readSchema(client: ReadOnlyClient): Promise<GraphQLSchema> {
  const about = { what: "Ask for the schema" };
  const answer = await client.graphql(Introspection, {}, about);
  try {
    return buildClientSchema(answer);
  } catch (error) {
    const why = `What remote.it says of its schema is none: ${error instanceof Error ? error.message : String(error)}.`;
    throw new SchemaError({ ...about, why, remedy: "Report it with this text.", cause: error });
  }
}

/** The schema as this package knows it. */
export function knownSchema(): GraphQLSchema {
  const folder = dirname(require.resolve("pulumi-remoteit/package.json"));
  return buildSchema(readFileSync(join(folder, "api", "schema.graphql"), "utf8"));
}
