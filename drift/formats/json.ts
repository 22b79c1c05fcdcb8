import type { z } from "zod";
import type { jsonReport, Report } from "../report";
import { jsonChunks } from "./json-text";

/** Everything, in the shape of docs/drift-report.schema.json; a finding to a line. */
export function* json({ stacks, account, summary, hidden, warnings, notLookedAt, findings }: Report): Iterable<string> {
  const written: Partial<Record<keyof z.infer<typeof jsonReport>, unknown>> = {
    formatVersion: 1,
    stacks,
    account,
    summary,
    hidden,
    warnings,
    ...(notLookedAt && { notLookedAt }),
    findings: findings.values(),
  };
  yield* jsonChunks(written);
  yield "\n";
}
