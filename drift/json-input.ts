import type { z } from "zod";
import { listed } from "./texts";

/** Makes the error that says why a file cannot be read. */
type Refusal = (why: string) => Error;

/** The value of a text that somebody hands over. The parser's own message quotes the text, which may hold secrets. */
export function parseJson(text: string, refusal: Refusal): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(text.trim() === "" ? "It is empty." : "It is not JSON.");
  }
}

/** The value in the form that is expected; what is wrong with it is said by its path. */
export function inForm<S extends z.ZodType>(schema: S, value: unknown, refusal: Refusal, what = "It"): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw refusal(`${what} has the wrong form: ${listed(problems)}.`);
}
