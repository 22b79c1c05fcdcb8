import { type FieldNode, Kind, type OperationDefinitionNode, OperationTypeNode, parse, print, visit } from "graphql";

/** A mutation with its variables, as it goes out alone. */
export interface Single {
  text: string;
  variables: object;
}

/** Several mutations as one document. */
export interface Merged {
  text: string;
  variables: Record<string, unknown>;
}

/** The operation's name: what the answer is of. */
export const MERGED = "setTogether";

/** What the field of a part is called in the answer. */
export const aliasOf = (index: number): string => `p${index}`;

/**
 * Mutations, one after the other, in one document: remote.it carries its fields out in their order, as GraphQL's specification
 * has it. Each is called by its place, and so are its variables.
 */
export function mergedDocument(parts: readonly Single[]): Merged {
  const pieces = parts.map(({ text }, index) => pieceOf(text, index));
  const variables = parts.flatMap(({ variables: own }, index) =>
    Object.entries(own).map(([name, value]) => [variableOf(index, name), value] as const),
  );
  const definitions = pieces.flatMap((piece) => piece.definitions).join(", ");
  const fields = pieces.map(({ field }) => field).join("\n");
  return {
    text: `mutation ${MERGED}${definitions && `(${definitions})`} {\n${fields}\n}`,
    variables: Object.fromEntries(variables),
  };
}

/** A mutation's name, and what its one field is called in its own answer. */
export interface Shape {
  name: string;
  field: string;
}

interface Parsed extends Shape {
  operation: OperationDefinitionNode;
  root: FieldNode;
}

const known = new Map<string, Parsed>();

/** @throws TypeError for a document that is more than one field of one mutation: a mistake in the code that declares it. */
export const shapeOf = (text: string): Shape => parsed(text);

function parsed(text: string): Parsed {
  const before = known.get(text);
  if (before) return before;
  const [operation, ...others] = parse(text).definitions;
  const isMutation = operation?.kind === Kind.OPERATION_DEFINITION && operation.operation === OperationTypeNode.MUTATION;
  const [root, ...more] = isMutation ? operation.selectionSet.selections : [];
  if (!isMutation || root?.kind !== Kind.FIELD || others.length > 0 || more.length > 0)
    throw new TypeError(`Only a mutation of one field shares a document with others, not: ${text}`);
  const found = { name: operation.name?.value ?? "(unnamed)", field: (root.alias ?? root.name).value, operation, root };
  known.set(text, found);
  return found;
}

interface Piece {
  definitions: string[];
  field: string;
}

const pieces = new Map<string, Piece>();

function pieceOf(text: string, index: number): Piece {
  const key = `${index} ${text}`;
  const before = pieces.get(key);
  if (before) return before;
  const { operation, root } = parsed(text);
  const named = visit(
    { ...operation, selectionSet: { ...operation.selectionSet, selections: [{ ...root, alias: nameNode(aliasOf(index)) }] } },
    { Variable: (node) => ({ ...node, name: nameNode(variableOf(index, node.name.value)) }) },
  );
  const piece = {
    definitions: (named.variableDefinitions ?? []).map(print),
    field: named.selectionSet.selections.map(print).join("\n"),
  };
  pieces.set(key, piece);
  return piece;
}

const nameNode = (value: string) => ({ kind: Kind.NAME as const, value });

const variableOf = (index: number, name: string): string => `${aliasOf(index)}_${name}`;
