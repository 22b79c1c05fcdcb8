import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  resolveSchemaCoordinate,
} from "graphql";

/** Whether a schema has what a coordinate names: "User.devices", "User.devices(after:)", "ListFilter". */
export function has(schema: GraphQLSchema, coordinate: string): boolean {
  try {
    return resolveSchemaCoordinate(schema, coordinate) !== undefined;
  } catch {
    return false; // what it stands in is not there either
  }
}

/**
 * What one schema has and another lacks: types, fields, arguments and values of enums. What belongs to something that is
 * named already is not named again.
 */
export function beyond(schema: GraphQLSchema, other: GraphQLSchema): string[] {
  return [...outermost(schema)].filter((coordinate) => !has(other, coordinate) && ownerOf(coordinate, other));
}

/** Whether the other schema has what the coordinate belongs to. */
function ownerOf(coordinate: string, other: GraphQLSchema): boolean {
  const owner = /^(.*)(?:\(.*|\.\w+)$/.exec(coordinate)?.[1];
  return owner === undefined || has(other, owner);
}

function* outermost(schema: GraphQLSchema): Generator<string> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield type.name;
    if (isEnumType(type)) for (const { name } of type.getValues()) yield `${type.name}.${name}`;
    if (isInputObjectType(type)) for (const name of Object.keys(type.getFields())) yield `${type.name}.${name}`;
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      yield `${type.name}.${name}`;
      for (const argument of args) yield `${type.name}.${name}(${argument.name}:)`;
    }
  }
}
