import { styleText } from "node:util";
import { visible as shortened } from "../../drift/report/visible";
import { width } from "../../drift/report/width";

/** Whether to write colours to the stream: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise. */
export function hasColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = env;
  if (no || force === "0" || force === "false") return false;
  return Boolean(force) || (stream.isTTY === true && terminal !== "dumb");
}

type Format = Parameters<typeof styleText>[0];

/** Styles texts for the stream, or leaves them as they are. */
export function styleFor(stream: { isTTY?: boolean }): (format: Format, text: string) => string {
  return hasColour(stream) ? (format, text) => styleText(format, text, { validateStream: false }) : (_format, text) => text;
}

/** One line of text that does nothing to a terminal, however long: what steers one is shown by its code, as in `\u001b`. */
export const visible = (text: string): string => shortened(text, Number.POSITIVE_INFINITY);

/** The same for a text of several lines. */
export const visibleLines = (text: string): string => text.split("\n").map(visible).join("\n");

/** JSON, and a literal of TypeScript, that holds no character which does something to whoever shows it. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);
}

/** As JSON and JavaScript write it, in two halves beyond U+FFFF. */
function escaped(character: string): string {
  const halves = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return halves.map((half) => `\\u${half.toString(16).padStart(4, "0")}`).join("");
}

export const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));
