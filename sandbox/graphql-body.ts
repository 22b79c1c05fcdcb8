import { parse, type OperationDefinitionNode } from "graphql";

/** How a request is counted: by the name of its operation. */
export function operationName(body: string): string {
  return operationIn(body)?.name?.value ?? "unnamed";
}

/** What remote.it answers where it refuses: false, for every function that the operation calls. */
export function refusingAnswer(body: string): string {
  const fields = operationIn(body)?.selectionSet.selections ?? [];
  const names = fields.flatMap((field) => (field.kind === "Field" ? [field.alias?.value ?? field.name.value] : []));
  return JSON.stringify({ data: Object.fromEntries(names.map((name) => [name, false])) });
}

function operationIn(body: string): OperationDefinitionNode | undefined {
  try {
    const { query } = JSON.parse(body) as { query?: unknown };
    const { definitions } = parse(String(query), { noLocation: true });
    return definitions.find((one): one is OperationDefinitionNode => one.kind === "OperationDefinition");
  } catch {
    return undefined;
  }
}
