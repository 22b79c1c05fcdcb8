import { type AnyLive, type Kind, kinds, labelOf } from "../../drift/kinds";
import type { Context } from "../../provider/domains";
import type { Columns } from "./columns";
import type { Row } from "./rows";

/** A thing of any kind as a row. */
interface KindRow {
  kind: Kind;
  live: AnyLive;
}

export const kindColumns: Columns<KindRow> = {
  type: ({ kind }) => kind.type,
  name: ({ kind, live }) => labelOf(kind.type, live),
  id: ({ live }) => live.id,
  properties: propertiesOf,
};

/**
 * Everything of these kinds, as a program would declare it. What stands in pages is read with one scan of the account, and of the
 * others each with its list: all at one moment, so that kinds of one document share it.
 */
export async function* kindRows(context: Context, types: readonly string[], columns: readonly string[]): AsyncGenerator<Row> {
  const wanted = types.flatMap((type) => kinds.get(type) ?? []);
  const [inPages, inLists] = [true, false].map((inPage) => wanted.filter((kind) => (kind.inPage !== undefined) === inPage));
  const lists = (inLists ?? []).map(async (kind) => ({ kind, all: await collect(kind.list(context)) }));
  for (const list of lists) list.catch(() => undefined); // told in its turn
  if (inPages && inPages.length > 0) yield* pageRows(context, inPages, columns);
  for (const list of lists) {
    const { kind, all } = await list;
    for (const live of all) yield rowOf({ kind, live }, columns);
  }
}

async function* pageRows({ inventory }: Context, wanted: readonly Kind[], columns: readonly string[]): AsyncGenerator<Row> {
  const compared = new Set(wanted.flatMap(({ inputs, pageParts = [] }) => [...Object.keys(inputs), ...pageParts]));
  for await (const page of inventory.pages({}, { what: "Listing the account" }, compared)) {
    for (const kind of wanted) for (const live of kind.inPage?.(page) ?? []) yield rowOf({ kind, live }, columns);
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const rowOf = (row: KindRow, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((name) => [name, kindColumns[name]?.(row)]));

/** What no program has declared is told no further than drift tells it. */
function propertiesOf({ kind, live }: KindRow): Readonly<Record<string, unknown>> | undefined {
  // The access key's user may not view it.
  if (live.isHidden) return undefined;
  const told = Object.entries(live.inputs).flatMap(([name, value]) => {
    const marks = kind.inputs[name]?.marks;
    if (value === undefined || value === null || !marks || marks.secret) return [];
    return [[name, marks.told ? marks.told(value) : value] as const];
  });
  return Object.fromEntries(told);
}
