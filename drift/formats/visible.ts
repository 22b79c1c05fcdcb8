/**
 * What cannot be seen, or changes how its neighbours are read: control characters, marks of direction, halves of a pair,
 * what is no character, other line ends. The joiners that words and emoji are made with stay. `##[` and its like begin a command for the runner
 * of a pipeline wherever they stand in its log.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]|(?!\p{Join_C}|\ufe0e|\ufe0f)[\p{Cf}\p{DI}]|#(?=#\w*\[)/gu;

const short: Partial<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Text of unknown origin on one line, with nothing in it that acts: what cannot be seen is written as an escape (`\u001b`).
 * Longer than `most` characters, its end is cut off and replaced by `…`.
 */
export function visible(text: string, most = 200): string {
  // Twice: a character may take two places. What is cut off here is past `most` in any case.
  const safe = text.slice(0, 2 * most + 2).replace(unseen, escaped);
  if (safe.length <= most) return safe;
  const characters = Array.from(safe);
  return characters.length <= most ? safe : `${characters.slice(0, most - 1).join("")}…`;
}

/** `\u001b`, or `\u{e0001}` beyond four digits. */
export function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return short[character] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`);
}
