import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { z } from "zod";

const machine = z.object({
  site: z.string().min(1),
  name: z.string().min(1),
  /** Id of a device that is in the account already. */
  deviceId: z.string().min(1),
  /** In a CSV file separated by white space, as in "pumps outdoor". */
  tags: z
    .preprocess((tags) => (typeof tags === "string" ? tags.split(/\s+/).filter(Boolean) : tags), z.array(z.string()))
    .default([]),
  /** Application and port of each service; in a CSV file as in "SSH:22 HTTP:8080". */
  services: z
    .preprocess(
      (services) =>
        typeof services === "string"
          ? services
              .split(/\s+/)
              .filter(Boolean)
              .map((service) => {
                const [application, port] = service.split(":");
                return { application, port: Number(port) };
              })
          : services,
      z.array(z.object({ application: z.string(), port: z.int() })),
    )
    .default([]),
});

export type Machine = z.output<typeof machine>;

/** Reads the fleet from a .csv, .yaml or .yml file: one row, or one list item, for each device. Grouped by site. */
export function readFleet(path: string): Record<string, Machine[]> {
  const text = readFileSync(path, "utf8");
  const rows: unknown =
    extname(path) === ".csv" ? parseCsv(text, { columns: true, skip_empty_lines: true, trim: true }) : parseYaml(text);
  const machines = z.array(machine).safeParse(rows);
  if (!machines.success) throw new Error(`${path} cannot be read:\n${z.prettifyError(machines.error)}`);
  const fleet: Record<string, Machine[]> = {};
  for (const row of machines.data) (fleet[row.site] ??= []).push(row);
  return fleet;
}
