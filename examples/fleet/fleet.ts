import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { z } from "zod";

/** What a CSV file holds as one text, as a list: "pumps outdoor". */
const words = (value: unknown) => (typeof value === "string" ? value.split(/\s+/).filter(Boolean) : value);

/** The same for "SSH:22 HTTP:8080". */
const services = (value: unknown) => {
  const list = words(value);
  if (list === value) return value;
  return (list as string[]).map((service) => {
    const [application, port] = service.split(":");
    return { application, port: Number(port) };
  });
};

const machine = z.strictObject({
  site: z.string().min(1),
  name: z.string().min(1),
  /** Id of a device that is in the account already. */
  deviceId: z.string().min(1),
  tags: z.preprocess(words, z.array(z.string())).default([]),
  /** Application and port of each. */
  services: z
    .preprocess(services, z.array(z.strictObject({ application: z.string(), port: z.int().min(1).max(65535) })))
    .default([]),
});

export type Machine = z.output<typeof machine>;

/**
 * Reads the fleet from a .csv, .yaml or .yml file: one row, or one list item, for each device. Grouped by site.
 *
 * @throws Error that names the file and all that is wrong in it.
 */
export function readFleet(path: string): Record<string, Machine[]> {
  const machines = z.array(machine).min(1, "It holds no device.").safeParse(rowsOf(path));
  const problems = machines.success ? repeated(machines.data) : machines.error.issues.map(told);
  if (!machines.success || problems.length > 0) throw new Error(`The fleet in ${path} is wrong:\n${problems.join("\n")}`);
  const fleet: Record<string, Machine[]> = {};
  for (const row of machines.data) (fleet[row.site] ??= []).push(row);
  return fleet;
}

function rowsOf(path: string): unknown {
  const kind = extname(path);
  if (![".csv", ".yaml", ".yml"].includes(kind))
    throw new Error(`The fleet in ${path} is wrong:\nIt must be a .csv, .yaml or .yml file.`);
  try {
    const text = readFileSync(path, "utf8");
    return kind === ".csv" ? parseCsv(text, { columns: true, bom: true, skip_empty_lines: true, trim: true }) : parseYaml(text);
  } catch (error) {
    throw new Error(`The fleet in ${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function told({ path: [index, ...property], message }: z.core.$ZodIssue): string {
  return index === undefined ? message : `device ${String(Number(index) + 1)}: ${property.join(".") || "row"}: ${message}`;
}

/** Two rows for one device would fight over it, and two of one name in a site have one place in the state. */
function repeated(machines: Machine[]): string[] {
  const seen = new Map<string, number>();
  return machines.flatMap(({ site, name, deviceId }, index) =>
    [`deviceId ${deviceId}`, `name ${name} in ${site}`].flatMap((key) => {
      const first = seen.get(key);
      seen.set(key, first ?? index);
      return first === undefined ? [] : [`device ${String(index + 1)}: The ${key} is that of device ${String(first + 1)} too.`];
    }),
  );
}
