import type { ReadOnlyContext, Report } from "../../drift";
import { adoptCode, importFile, readUnmanaged } from "../../drift/adopt";
import { writeFile } from "../support/output";
import { toStdout } from "./outputs";

/** What takes over all that is unmanaged: a file, or standard output where `adoptCode` is true. */
export interface RemediationOptions {
  importFile?: string;
  adoptCode?: string | true;
}

export async function writeRemediation(context: ReadOnlyContext, report: Report, options: RemediationOptions): Promise<void> {
  const { importFile: importTo, adoptCode: adoptTo } = options;
  if (importTo === undefined && adoptTo === undefined) return;
  const unmanaged = await readUnmanaged(context, report.findings);
  if (importTo !== undefined) await writeFile(importTo, importFile(unmanaged));
  if (adoptTo === true) await toStdout(adoptCode(unmanaged));
  else if (adoptTo !== undefined) await writeFile(adoptTo, adoptCode(unmanaged));
}
