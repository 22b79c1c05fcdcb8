import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from "graphql";
import { json, type Answer } from "./answer";
import { nameIn, readRequest } from "./graphql-request";
import { messageOf } from "../message";
import type { Context } from "../entity";
import type { World } from "../worlds";
import { executeInWorld } from "./several-mutations";

/** Documents that are kept, parsed and checked: programs send a few of them again and again. */
const MOST = 500;

export type Run = (body: string, context: Context, contentType?: string) => Promise<Answer>;

/** Errors of GraphQL are answered under HTTP 200, without extensions (api/README.md). */
export function createGraphql(schema: GraphQLSchema, several: World["several-mutations"]): Run {
  const known = new Map<string, DocumentNode>();
  const read = (source: string): DocumentNode | readonly GraphQLError[] => {
    const kept = known.get(source);
    if (kept) return kept;
    try {
      const document = parse(source);
      const errors = validate(schema, document);
      if (errors.length > 0) return errors;
      if (known.size >= MOST) known.clear();
      known.set(source, document);
      return document;
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError(messageOf(error))];
    }
  };
  return async (body, contextValue, contentType) => {
    let request;
    try {
      request = readRequest(body, contentType);
    } catch (error) {
      return json(400, { errors: [{ message: messageOf(error) }] });
    }
    const { source, variables: variableValues, operationName } = request;
    const document = read(source);
    if (!("kind" in document)) return json(200, { errors: document });
    const name = nameIn(document, operationName);
    const asked = { schema, document, contextValue, variableValues, operationName: name };
    return json(200, await executeInWorld(asked, several));
  };
}
