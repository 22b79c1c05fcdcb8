import type { z } from "zod";

/** What is wrong with the form of a file, each place by its path. */
export function formProblems({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
}
