import { styleText } from "node:util";

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

/** Control characters and those that turn the direction of text; not the joiner that emoji are made with. */
const unseen = /(?!\u200d)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** One line of text that does nothing to a terminal: what steers one is shown by its code, as in `\u001b`. */
export function visible(text: string): string {
  return text.replace(unseen, escaped);
}

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

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns the text takes on most terminals. */
export function width(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) if (!/[\p{Mn}\p{Me}\u200d]/u.test(character)) columns += wide.test(character) ? 2 : 1;
  return columns;
}

export const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));
