/** `*` of a pattern: whatever number of items. */
const ANY = Symbol("any");
/** `?` of a pattern: one item. */
const ONE = Symbol("one");

/**
 * Whether a text is what a pattern says: `*` stands for any text, `?` for one character, and everything else for itself,
 * brackets and braces too; a backslash takes `*`, `?` and itself at their word. Names and keys are no file paths: a slash or a dot is
 * a character like any other.
 */
export function glob(pattern: string): (text: string) => boolean {
  const wanted = Array.from(pattern.matchAll(/\\([*?\\])|\*+|[^]/gu), ([it, literal]) => {
    if (literal !== undefined) return literal;
    return it.startsWith("*") ? ANY : it === "?" ? ONE : it;
  });
  return wanted.includes(ONE)
    ? (text) =>
        fits(
          wanted,
          charactersOf(text),
          (one) => one === ANY,
          (one, character) => one === ONE || one === character,
        )
    : literally(wanted.filter((one) => one !== ONE));
}

/** The same without `?`: the texts between the asterisks stand one after the other, the first and the last at the ends. */
function literally(wanted: readonly (string | typeof ANY)[]): (text: string) => boolean {
  const parts = [""];
  for (const one of wanted) {
    if (one === ANY) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${one}`);
  }
  const [first = "", ...others] = parts;
  const last = others.pop();
  if (last === undefined) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of others) {
      const found = text.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}

/** Where a character takes two units, a list of characters in place of the text. */
const charactersOf = (text: string): ArrayLike<string> => (/[\ud800-\udbff]/.test(text) ? Array.from(text) : text);

/**
 * Whether items fit a pattern, of which some parts stand for any number of them. What was last taken for such a part grows by
 * one item at a time and the others stay as they are: so it takes no more steps than pattern times items, whatever they are.
 */
export function fits<P, T>(
  pattern: ArrayLike<P>,
  items: ArrayLike<T>,
  isAny: (part: P) => boolean,
  isOne: (part: P, item: T) => boolean,
): boolean {
  let [at, part] = [0, 0];
  /** The part that stood for any number last, and the item from which the rest is tried. */
  let last: { part: number; from: number } | undefined;
  while (at < items.length) {
    const wanted = pattern[part];
    if (part < pattern.length && isAny(wanted as P)) last = { part: part++, from: at };
    else if (part < pattern.length && isOne(wanted as P, items[at] as T)) [at, part] = [at + 1, part + 1];
    else if (last) [at, part] = [(last.from += 1), last.part + 1];
    else return false;
  }
  while (part < pattern.length && isAny(pattern[part] as P)) part += 1;
  return part === pattern.length;
}
