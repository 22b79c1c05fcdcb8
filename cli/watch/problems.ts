import { RemoteitError } from "../../provider/core/errors";
import { redact } from "../../provider/core/secrets";
import { createRecent } from "../../drift/watch";
import { visible } from "../support/terminal";

/** What does not go as it should, told once and not at every try. Goes to standard error. */
export interface Problems {
  /** @param where - What fails: "The account". Further failures of the same kind are not told until it was over. */
  tell: (where: string, error: unknown) => void;
  over: (where: string) => void;
  /** Each text once. */
  remark: (text: string) => void;
  info: (text: string) => void;
}

/** Remarks that are remembered. */
const REMARKS = 1_000;

export function createProblems(write: (line: string) => void = (line) => void process.stderr.write(line)): Problems {
  const failing = new Map<string, string>();
  const remarks = createRecent(REMARKS);
  const line = (level: string, text: string) => write(`${level}: ${visible(redact(text))}\n`);
  return {
    tell: (where, error) => {
      const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
      if (failing.get(where) === name) return;
      failing.set(where, name);
      line("warning", `${message}${error instanceof RemoteitError ? "" : "."} The watch goes on and tries again.`);
    },
    over: (where) => {
      if (failing.delete(where)) line("info", `${where}: all is well again.`);
    },
    remark: (text) => {
      if (remarks.add(text)) line("warning", text);
    },
    info: (text) => line("info", text),
  };
}
