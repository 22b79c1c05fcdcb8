import { getOperationAST, Kind, OperationTypeNode, parse, type DocumentNode } from "graphql";
import { messageOf } from "../message";

/** What a request asks of GraphQL. */
export interface GraphqlRequest {
  source: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/**
 * Reads a body as public clients send it: JSON whatever its type says, or the bare query as application/graphql. Requests that
 * Insomnia has stored may hold their variables as text (api/README.md, C).
 *
 * @throws Error that says what the body must be.
 */
export function readRequest(body: string, contentType = ""): GraphqlRequest {
  const content = parseJson(body, contentType);
  if (!isMap(content)) throw new Error("The body must be one JSON object.");
  const { query, variables, operationName } = content;
  if (typeof query !== "string") throw new Error("Must provide query string.");
  return {
    source: query,
    variables: readVariables(variables),
    operationName: typeof operationName === "string" && operationName !== "" ? operationName : undefined,
  };
}

function readVariables(given: unknown): Record<string, unknown> {
  if (given === undefined || given === null || given === "") return {};
  if (isMap(given)) return given;
  try {
    const parsed: unknown = typeof given === "string" ? JSON.parse(given) : undefined;
    if (isMap(parsed)) return parsed;
  } catch {
    // Said below.
  }
  throw new Error("The variables must be a JSON object.");
}

function parseJson(body: string, contentType: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (contentType.startsWith("application/graphql") && body.trim() !== "") return { query: body };
    throw new Error(`The body must be JSON: ${messageOf(error)}`, { cause: error });
  }
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The operation that is to run by its name. A name that fits none does no harm where there is only one (api/README.md, C). */
export function nameIn(document: DocumentNode, operationName: string | undefined): string | undefined {
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? undefined : operationName;
}

export interface Named {
  /** How a request is counted. */
  name: string;
  isMutation: boolean;
}

/** The operation that a body asks for; one without a name where the body cannot be read. */
export function operationIn(body: string, contentType?: string): Named {
  try {
    const { source, operationName } = readRequest(body, contentType);
    const document = parse(source, { noLocation: true });
    const found = getOperationAST(document, nameIn(document, operationName));
    return { name: found?.name?.value ?? "unnamed", isMutation: found?.operation === OperationTypeNode.MUTATION };
  } catch {
    return { name: "unnamed", isMutation: false };
  }
}
