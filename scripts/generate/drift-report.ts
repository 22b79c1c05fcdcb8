import { z } from "zod";
import { jsonReport } from "../../drift/report";

/** The JSON Schema of a drift report, from the declaration that its types come from. */
export function driftReportSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(jsonReport);
  return `${JSON.stringify({ $schema, $comment: "Made by `npm run generate` from drift/report.ts: change it there.", ...schema }, null, 2)}\n`;
}
