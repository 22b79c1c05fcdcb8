import { RemoteitError } from "../../provider/core/errors";
import { redact } from "../../provider/core/secrets";
import { createRecent } from "../../drift/watch";
import { visible } from "../support/terminal";

/** What does not go as it should, said once and not at every try. Goes to standard error. */
export interface Problems {
  /** @param where - What fails: "The account". Further failures of the same kind are not reported until it has recovered. */
  failed: (where: string, error: unknown) => void;
  recovered: (where: string) => void;
  /** Each text once. */
  warn: (text: string) => void;
  info: (text: string) => void;
}

/** Warnings that are remembered. */
const WARNINGS = 1_000;

export function createProblems(write: (line: string) => void = (line) => void process.stderr.write(line)): Problems {
  const failing = new Map<string, string>();
  const warnings = createRecent(WARNINGS);
  const line = (level: string, text: string) => write(`${level}: ${visible(redact(text))}\n`);
  return {
    failed: (where, error) => {
      const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
      if (failing.get(where) === name) return;
      failing.set(where, name);
      line("warning", `${message}${error instanceof RemoteitError ? "" : "."} The watch goes on and tries again.`);
    },
    recovered: (where) => {
      if (failing.delete(where)) line("info", `${where}: all is well again.`);
    },
    warn: (text) => {
      if (warnings.add(text)) line("warning", text);
    },
    info: (text) => line("info", text),
  };
}
