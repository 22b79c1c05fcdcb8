import { type ASTNode, type GraphQLSchema, Kind, parse, print, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { GraphqlError, SchemaError } from "../core/errors";
import { type Ask, type Variables, valuesOf } from "./graphql";
import { declaredBy, type TypedDocument } from "./mutation";
import type { Schema } from "./schema";
import type { RequestLabel } from "./send";

/** Fields that whoever reads them does without where the schema has none: each is marked 2024 or 2026 in api/schema.graphql. */
export const optionalFields: ReadonlySet<string> = new Set([
  "PaginatedDeviceResponse.hasMore",
  "PaginatedDeviceResponse.last",
  "PaginatedEventResponse.limited",
  "LogEvent.id",
  "LogEvent.devices",
  "User.deviceProducts",
  "User.limits",
  "User.timezone",
  "PlatformType.visible",
  "User.membership",
]);

/** A document as the endpoint's schema takes it. */
export interface Fitted {
  text: string;
  /** What was left out, by the variable that would have filled it: only a request that leaves it empty is still the same. */
  lacking: Map<string, string>;
}

/**
 * Asks in the words of this package, and what the endpoint's schema refuses in those that it has. Its schema is asked for
 * when it first refuses, so nothing is asked twice where it has everything. What cannot be left out is refused as before.
 */
export function withFitting(graphql: Ask, schema: Schema): Ask {
  const known = new Map<string, Fitted>();
  return async (document, variables, about, mayWait) => {
    const text = document.toString();
    const ask = (fitted: Fitted) => graphql(inWords(document, fitted.text), without(variables, fitted, about), about, mayWait);
    const before = known.get(text);
    if (before) return ask(before);
    try {
      return await graphql(document, variables, about, mayWait);
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      const fitted = fit(text, await wholeOr(error, schema));
      if (!fitted) throw error;
      known.set(text, fitted);
      return ask(fitted);
    }
  };
}

/** The same operation in other words. */
function inWords<R, V>(document: TypedDocument<R, V>, text: string): TypedDocument<R, V> {
  return { ...declaredBy(document), toString: () => text };
}

/** The whole schema. @throws the refusal itself where the endpoint does not tell its schema. */
async function wholeOr(refusal: SchemaError, schema: Schema): Promise<GraphQLSchema> {
  try {
    return await schema.whole();
  } catch (error) {
    throw error instanceof SchemaError || error instanceof GraphqlError ? refusal : error;
  }
}

/** The variables without those of `lacking`. @throws SchemaError where one of them is filled. */
function without<V>(variables: Variables<V>, { lacking }: Fitted, about: RequestLabel): Variables<V> {
  const rest = (given: V): V => {
    const entries = Object.entries(given as object).filter(([name, value]) => {
      const coordinate = lacking.get(name);
      if (coordinate === undefined) return true;
      if (value !== undefined && value !== null) throw needed(coordinate, about);
      return false;
    });
    return Object.fromEntries(entries) as V;
  };
  return typeof variables === "function" ? (failed) => rest(valuesOf(variables, failed)) : rest(variables);
}

function needed(coordinate: string, about: RequestLabel): SchemaError {
  return new SchemaError({
    ...about,
    why: `This endpoint's schema has no ${coordinate}, and without it the question would be another one.`,
    remedy: "Nothing was sent. Leave out what needs it, or update the package.",
  });
}

/** The document without what a schema lacks; undefined where something is lacking that cannot be left out, or nothing is. */
export function fit(text: string, schema: GraphQLSchema): Fitted | undefined {
  const types = new TypeInfo(schema);
  const lacking = new Map<string, string>();
  const leftOut: string[] = [];
  const needed: string[] = [];
  const place = () => types.getParentType()?.name ?? "";
  const pruned = visit(
    parse(text),
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        if (types.getFieldDef()) return undefined;
        const coordinate = `${place()}.${name.value}`;
        (optionalFields.has(coordinate) ? leftOut : needed).push(coordinate);
        return null;
      },
      Argument: ({ name, value }) => {
        if (types.getArgument()) return undefined;
        const coordinate = `${place()}.${types.getFieldDef()?.name ?? ""}.${name.value}`;
        // A value in the document itself is always meant.
        (value.kind === Kind.VARIABLE ? leftOut : needed).push(coordinate);
        if (value.kind === Kind.VARIABLE) lacking.set(value.name.value, coordinate);
        return null;
      },
    }),
  );
  const used = variablesIn(pruned);
  const document = visit(pruned, {
    VariableDefinition: ({ variable: { name }, defaultValue }) => {
      // One with a value of its own is never left empty.
      if (lacking.has(name.value) && defaultValue) needed.push(name.value);
      return used.has(name.value) ? undefined : null;
    },
  });
  if (leftOut.length === 0 || needed.length > 0 || validate(schema, document).length > 0) return undefined;
  return { text: print(document), lacking };
}

/** Names of the variables that are used; those of their definitions are not. */
function variablesIn(document: ASTNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.add(name.value),
  });
  return names;
}
