import { styleText } from "node:util";

export type Style = Parameters<typeof styleText>[0];

/** Styles a text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** @param coloured - Decided by whoever knows the stream: its own opinion does not count. */
export function painter(coloured: boolean): Paint {
  return coloured ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
}

/** Characters that take two columns: those of East Asia, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** How many columns of a terminal a text takes that {@link visible} has made. */
export function width(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return Array.from(graphemes.segment(text)).reduce((sum, { segment }) => sum + (wide.test(segment) ? 2 : 1), 0);
}

/** These texts, filled up with spaces to the width of the widest. */
export function aligned(texts: string[]): string[] {
  const widths = texts.map(width);
  const most = widths.reduce((one, other) => Math.max(one, other), 0);
  return texts.map((text, index) => text + " ".repeat(most - (widths[index] ?? 0)));
}
