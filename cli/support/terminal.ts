import { type Paint, painter, width } from "../../drift/formats/styling";
import { visible as shortened } from "../../drift/formats/visible";

/** Whether to write colours to the stream: on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise. */
export function hasColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = env;
  if (no || force === "0" || force === "false") return false;
  return Boolean(force) || (stream.isTTY === true && terminal !== "dumb");
}

/** Styles texts for the stream, or leaves them as they are. */
export const styleFor = (stream: { isTTY?: boolean }): Paint => painter(hasColour(stream));

/** One line of text that does nothing to a terminal, however long: what steers one is shown by its code, as in `\u001b`. */
export const visible = (text: string): string => shortened(text, Number.POSITIVE_INFINITY);

/** The same for a text of several lines. */
export const visibleLines = (text: string): string => text.split("\n").map(visible).join("\n");

export const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));
