import { getOperationAST, OperationTypeNode, parse, type OperationDefinitionNode } from "graphql";

export interface GraphqlOperation {
  /** How a request is counted. */
  name: string;
  isMutation: boolean;
}

/** The operation that a body asks for; one without a name where the body cannot be read. */
export function operationIn(body: string): GraphqlOperation {
  const found = findOperation(body);
  return { name: found?.name?.value ?? "unnamed", isMutation: found?.operation === OperationTypeNode.MUTATION };
}

function findOperation(body: string): OperationDefinitionNode | undefined {
  try {
    const { query, operationName } = JSON.parse(body) as { query?: unknown; operationName?: string | null };
    return getOperationAST(parse(String(query), { noLocation: true }), operationName) ?? undefined;
  } catch {
    return undefined;
  }
}
