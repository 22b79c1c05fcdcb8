import { styleText } from "node:util";

export type Style = Parameters<typeof styleText>[0];

/** Styles a text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** @param coloured - Decided by whoever knows the stream: its own opinion does not count. */
export function painter(coloured: boolean): Paint {
  return coloured ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}
