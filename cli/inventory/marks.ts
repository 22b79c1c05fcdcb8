import type { StackState } from "../../drift";
import type { Marked } from "../../provider/inventory";
import type { Context } from "../../provider/domains";
import type { Columns } from "./columns";
import type { Row } from "./rows";

/** A mark as a row. */
type MarkRow = Omit<Marked, "token"> & {
  /** URN of the resource that has left it, where one of the stacks that were read holds it. */
  resource: string | undefined;
};

export const markColumns: Columns<MarkRow> = {
  type: ({ type }) => type,
  name: ({ name }) => name ?? undefined,
  id: ({ id }) => id,
  as: ({ as }) => as,
  attribute: ({ attribute }) => attribute,
  resource: ({ resource }) => resource,
};

/** Every mark in the account, with the resource of these stacks that keeps it. */
export async function* markRows(
  context: Context,
  stacks: readonly StackState[],
  columns: readonly string[],
): AsyncGenerator<Row> {
  const holders = new Map(
    stacks.flatMap(({ resources }) => resources.flatMap(({ mark, urn }) => (mark === undefined ? [] : [[mark, urn] as const]))),
  );
  for await (const { token, ...marked } of context.inventory.marks({ what: "Listing the marks" })) {
    const row = { ...marked, resource: holders.get(token) };
    yield Object.fromEntries(columns.map((name) => [name, markColumns[name]?.(row)]));
  }
}
