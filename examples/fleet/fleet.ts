import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parse as parseCsv, type CsvError } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { z } from "zod";

/** What a CSV file holds as one text, as a list: "pumps outdoor". */
const words = (value: unknown) => (typeof value === "string" ? value.split(/\s+/).filter(Boolean) : value);

/** The same for "SSH:22 HTTP:8080". A word in another form stays as it is, and is refused. */
const services = (value: unknown) => {
  const list = words(value);
  if (list === value) return value;
  return (list as string[]).map((word) => {
    const [, application, port] = /^(.+):(\d+)$/.exec(word) ?? [];
    return application === undefined ? word : { application, port: Number(port) };
  });
};

const text = z.string("must be a text").min(1, "is missing");
const service = z.strictObject(
  { application: text, port: z.int("must be a whole number").min(1, "must be 1 to 65535").max(65535, "must be 1 to 65535") },
  { error: (issue) => (issue.code === "invalid_type" ? "must be an application with its port, such as SSH:22" : undefined) },
);

const machine = z.strictObject({
  site: text,
  name: text,
  /** Id of a device that is in the account already. */
  deviceId: text.regex(
    /^([0-9a-f]{2}:){7}[0-9a-f]{2}$/i,
    "must be eight pairs of hexadecimal digits, such as 80:00:00:00:01:23:45:67",
  ),
  tags: z.preprocess(words, z.array(text)).default([]),
  /** Application and port of each. */
  services: z.preprocess(services, z.array(service)).default([]),
});

export type Machine = z.output<typeof machine>;

/** What stands in the file for one device, and where. */
interface Row {
  place: string;
  content: unknown;
}

/**
 * Reads the fleet from a .csv, .yaml, .yml or .json file: one row, or one list item, for each device. Grouped by site.
 *
 * @throws Error that names the file and all that is wrong in it, each with its row and value.
 */
export function readFleet(path: string): Record<string, Machine[]> {
  const { rows, problems } = rowsOf(path);
  const machines = rows.flatMap(({ place, content }) => {
    const { success, data, error } = machine.safeParse(content, { reportInput: true });
    if (success) return [data];
    problems.push(...error.issues.map((issue) => `${place}${told(issue)}`));
    return [];
  });
  problems.push(...repeated(rows));
  if (rows.length === 0 && problems.length === 0) problems.push("It holds no device.");
  if (problems.length > 0) throw new Error(`The fleet in ${path} is wrong:\n  ${problems.join("\n  ")}`);
  const fleet: Record<string, Machine[]> = {};
  for (const row of machines) (fleet[row.site] ??= []).push(row);
  return fleet;
}

function rowsOf(path: string): { rows: Row[]; problems: string[] } {
  const kind = extname(path);
  if (![".csv", ".yaml", ".yml", ".json"].includes(kind))
    throw new Error(`The fleet in ${path} is wrong:\n  It must be a .csv, .yaml, .yml or .json file.`);
  try {
    const content = readFileSync(path, "utf8");
    return kind === ".csv" ? csvRows(content) : listItems(parseYaml(content)); // JSON is YAML too
  } catch (error) {
    throw new Error(`The fleet in ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function csvRows(content: string): { rows: Row[]; problems: string[] } {
  const problems: string[] = [];
  const onSkip = (error: CsvError | undefined) => {
    problems.push(error?.message ?? "A row cannot be read.");
    return undefined;
  };
  const options = { columns: true, bom: true, skip_empty_lines: true, trim: true, info: true } as const;
  const records = parseCsv(content, { ...options, skip_records_with_error: true, on_skip: onSkip }) as unknown as {
    info: { lines: number };
    record: unknown;
  }[];
  return { rows: records.map(({ info, record }) => ({ place: `line ${info.lines}`, content: record })), problems };
}

function listItems(content: unknown): { rows: Row[]; problems: string[] } {
  if (!Array.isArray(content)) return { rows: [], problems: ["It must be a list with one item for each device."] };
  return { rows: content.map((item: unknown, index) => ({ place: `device ${index + 1}`, content: item })), problems: [] };
}

/** `, services.0.port: must be 1 to 65535, not 70000` */
function told({ path, message, input, ...issue }: z.core.$ZodIssue): string {
  const property = path.length > 0 ? `, ${path.join(".")}` : "";
  if (issue.code === "unrecognized_keys") return `${property}: ${issue.keys.join(", ")}: there is no such property`;
  if (input === undefined || input === "") return `${property}: is missing`;
  return `${property}: ${message}, not ${JSON.stringify(input)}`;
}

/** Two rows for one device would fight over it, and two of one name in a site have one place in the state. */
function repeated(rows: Row[]): string[] {
  const seen = new Map<string, string>();
  return rows.flatMap(({ place, content }) => {
    const { site, name, deviceId } = (content ?? {}) as Partial<Machine>;
    const keys = [...(deviceId ? [`deviceId ${deviceId}`] : []), ...(site && name ? [`name ${name} in ${site}`] : [])];
    return keys.flatMap((key) => {
      const first = seen.get(key);
      seen.set(key, first ?? place);
      return first === undefined ? [] : [`${place}: the ${key} is that of ${first} too`];
    });
  });
}
