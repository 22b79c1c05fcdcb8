import {
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  getOperationAST,
  GraphQLError,
  isNonNullType,
  Kind,
  OperationTypeNode,
} from "graphql";
import type { World } from "../worlds";

/**
 * Carries out a document. The fields of a mutation are carried out one after the other, in their order, as GraphQL's specification
 * has it; what becomes of the others where one fails is the world's.
 */
export async function executeInWorld(asked: ExecutionArgs, several: World["several-mutations"]): Promise<ExecutionResult> {
  const fields = mutationsIn(asked);
  if (fields.length < 2) return execute(asked);
  if (several === "refused") return { errors: [new GraphQLError("Only one mutation may stand in a document.")] };
  const data: Record<string, unknown> = {};
  const errors: GraphQLError[] = [];
  let isVoid = false;
  for (const field of fields) {
    const answer = await execute(only(asked, field));
    errors.push(...(answer.errors ?? []));
    // Variables that do not fit: nothing is carried out.
    if (answer.errors?.some(({ path }) => path === undefined)) return { errors };
    const alias = (field.alias ?? field.name).value;
    data[alias] = answer.data?.[alias] ?? null;
    isVoid ||= data[alias] === null && answer.errors !== undefined && isNeverNull(asked, field);
    if (several === "stops-at-first-error" && errors.length > 0) return { errors, data: null };
  }
  const isAnsweredInPart = several === "answers-in-part" || !isVoid;
  return { ...(errors.length > 0 && { errors }), data: isAnsweredInPart ? data : null };
}

function mutationsIn({ document, operationName }: ExecutionArgs): readonly FieldNode[] {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.MUTATION) return [];
  const { selections } = operation.selectionSet;
  // Fragments at the root are carried out as they are.
  return selections.every((one): one is FieldNode => one.kind === Kind.FIELD) ? selections : [];
}

/** The same document with one field of its mutation. */
function only(asked: ExecutionArgs, field: FieldNode): ExecutionArgs {
  const operation = getOperationAST(asked.document, asked.operationName);
  const definitions = asked.document.definitions.map((one) =>
    one === operation ? { ...one, selectionSet: { ...one.selectionSet, selections: [field] } } : one,
  );
  return { ...asked, document: { ...asked.document, definitions } };
}

function isNeverNull({ schema }: ExecutionArgs, { name }: FieldNode): boolean {
  const field = schema.getMutationType()?.getFields()[name.value];
  return field !== undefined && isNonNullType(field.type);
}
