import { stringify } from "csv-stringify/sync";
import { safeJson } from "../../drift/formats/json-text";
import { width } from "../../drift/formats/styling";
import { pad, visible } from "../support/terminal";
import { cellOf } from "./columns";
import type { Row } from "./rows";

export interface RowFormatOptions {
  columns: readonly string[];
  /** CSV: whether it begins with the mark by which Excel knows that it is UTF-8. */
  hasMark?: boolean;
  /** Whether a terminal shows it. */
  isTerminal: boolean;
  bold: (text: string) => string;
}

/** Each turns rows into text as they come. */
export const inventoryFormats = { table, json, ndjson, csv } satisfies Record<
  string,
  (rows: AsyncIterable<Row>, options: RowFormatOptions) => AsyncIterable<string>
>;

/** Columns are as wide as the first rows need; so many are looked at. */
const MEASURED = 1000;

async function* table(rows: AsyncIterable<Row>, { columns, bold }: RowFormatOptions): AsyncGenerator<string> {
  const first: string[][] = [];
  let widths: number[] | undefined;
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === cells.length - 1 ? cell : pad(cell, widths?.[index] ?? 0)))
      .join("  ")
      .trimEnd();
  const flush = () => {
    const heads = columns.map((name) => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter}`).toUpperCase());
    widths = heads.map((head, index) => first.reduce((most, cells) => Math.max(most, width(cells[index] ?? "")), head.length));
    return [bold(line(heads)), ...first.map(line)].map((text) => `${text}\n`);
  };
  for await (const row of rows) {
    const cells = columns.map((name) => visible(cellOf(name, row[name])));
    if (widths) yield `${line(cells)}\n`;
    else if (first.push(cells) === MEASURED) yield* flush();
  }
  if (!widths) yield* flush();
}

async function* json(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const row of rows) {
    yield `${before}${safeJson(row)}`;
    before = ",\n";
  }
  yield before === ",\n" ? "\n]\n" : "[]\n";
}

async function* ndjson(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of rows) yield `${safeJson(row)}\n`;
}

/**
 * CSV as RFC 4180 has it. Every text is in quotes, so that no spreadsheet finds a separator of its own in one, and one that
 * a spreadsheet would calculate begins with an apostrophe.
 */
async function* csv(rows: AsyncIterable<Row>, { columns, isTerminal, hasMark }: RowFormatOptions): AsyncGenerator<string> {
  const write = (cells: readonly string[]) =>
    stringify([[...cells]], { record_delimiter: "\r\n", escape_formulas: true, quoted_string: true });
  yield (hasMark ? "\ufeff" : "") + write(columns);
  for await (const row of rows) {
    const cells = columns.map((name) => cellOf(name, row[name]));
    yield write(isTerminal ? cells.map(visible) : cells);
  }
}
