import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { graphql } from "../../api/generated";
import { TypedDocumentString } from "../../api/generated/graphql";
import { SchemaError } from "../core/errors";
import { isError } from "../core/errors/cause";
import { memoize } from "./memoize";
import type { RequestLabel } from "./send";
import type { Graphql } from "./graphql";

const Mutations = graphql(/* GraphQL */ `
  query offeredMutations {
    __schema {
      mutationType {
        fields(includeDeprecated: true) {
          name
        }
      }
    }
  }
`);

const Everything = new TypedDocumentString<IntrospectionQuery, Record<string, never>>(
  getIntrospectionQuery({ descriptions: false }),
);

/** What the endpoint's own schema has, asked of the endpoint when it is first wanted and never again. */
export interface Schema {
  /** Whether there is a mutation: a small question. */
  supportsMutation: (mutation: string) => Promise<boolean>;
  /** Whether there is a field or an argument, as "User.service" or "User.devices.after". */
  has: (coordinate: string) => Promise<boolean>;
  /** Whether it is known already that there is none. Whoever was refused with a SchemaError knows. */
  lacks: (coordinate: string) => boolean;
  whole: () => Promise<GraphQLSchema>;
}

export function createSchema(graphql: Graphql): Schema {
  let known: GraphQLSchema | undefined;
  const mutations = memoize(async () => {
    const { __schema } = await graphql(Mutations, {}, { what: "Asking which mutations remote.it supports" });
    return new Set(__schema.mutationType?.fields?.map(({ name }) => name));
  });
  const whole = memoize(async () => {
    const about = { what: "Asking what remote.it's schema has" };
    known = built(await graphql(Everything, {}, about), about);
    return known;
  });
  return {
    supportsMutation: async (mutation) => (known ? isIn(known, `Mutation.${mutation}`) : (await mutations()).has(mutation)),
    has: async (coordinate) => isIn(await whole(), coordinate),
    lacks: (coordinate) => known !== undefined && !isIn(known, coordinate),
    whole,
  };
}

function built(answer: IntrospectionQuery, about: RequestLabel): GraphQLSchema {
  try {
    return buildClientSchema(answer);
  } catch (error) {
    const why = `What remote.it says of its schema is none: ${isError(error) ? error.message : String(error)}.`;
    throw new SchemaError({ ...about, why, remedy: "Report it with this text.", cause: error });
  }
}

function isIn(schema: GraphQLSchema, coordinate: string): boolean {
  const [typeName = "", fieldName = "", argument] = coordinate.split(".");
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  return field !== undefined && (argument === undefined || field.args.some(({ name }) => name === argument));
}
