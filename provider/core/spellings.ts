/** A text as it reads once escapes are undone, and where each of its characters stands in the text that was given. */
export interface Reading {
  text: string;
  /** By the character's position here: where it begins there. One more at the end: the length of the given text. */
  starts: readonly number[];
}

/**
 * How texts escape a character: JSON and JavaScript; URLs, in UTF-8; HTML and XML. In a form's fields a plus sign stands for a space.
 */
const escapes: readonly { each: RegExp; read: (escaped: string) => string }[] = [
  { each: /\\(?:u[\da-fA-F]{4}|u\{[\da-fA-F]{1,6}\}|x[\da-fA-F]{2}|["'`\\/bfnrtv])/g, read: inJavaScript },
  { each: inUrls(), read: decodeURIComponent },
  { each: inUrls("\\+|"), read: (escaped) => (escaped === "+" ? " " : decodeURIComponent(escaped)) },
  { each: /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi, read: inHtml },
];

/** A character of UTF-8, of one to four bytes. */
function inUrls(besides = ""): RegExp {
  const more = "%[89ab][\\da-f]";
  return new RegExp(`${besides}%[0-7][\\da-f]|%[cd][\\da-f]${more}|%e[\\da-f](?:${more}){2}|%f[0-7](?:${more}){3}`, "gi");
}

/** JSON inside JSON inside JSON, as a log of an API's answer about a body has it, is as deep as texts go. */
const DEEPEST = 3;

/** The text as it stands and in every way in which its escapes can be undone. */
export function readings(text: string): Reading[] {
  const whole: Reading = { text, starts: Array.from({ length: text.length + 1 }, (_, index) => index) };
  // The order in which different escapes are undone makes no other text, as a rule.
  const all = new Map([[text, whole]]);
  let last: Reading[] = [whole];
  for (let depth = 0; depth < DEEPEST && last.length > 0; depth += 1) {
    const found = last.flatMap((reading) => escapes.flatMap((escape) => unescaped(reading, escape) ?? []));
    last = found.filter((reading) => !all.has(reading.text));
    for (const reading of last) all.set(reading.text, reading);
  }
  return [...all.values()];
}

/** Undefined where nothing is escaped so. */
function unescaped({ text, starts }: Reading, { each, read: readOne }: (typeof escapes)[number]): Reading | undefined {
  const read = { text: "", starts: [] as number[] };
  let end = 0;
  const copy = (to: number) => {
    read.text += text.slice(end, to);
    for (let index = end; index < to; index += 1) read.starts.push(starts[index] ?? 0);
  };
  for (const { 0: match, index } of text.matchAll(each)) {
    const character = characterOf(match, readOne);
    if (character === undefined) continue;
    copy(index);
    read.text += character;
    read.starts.push(...Array.from({ length: character.length }, () => starts[index] ?? 0));
    end = index + match.length;
  }
  if (end === 0) return undefined;
  copy(text.length);
  read.starts.push(starts[text.length] ?? 0);
  return read;
}

function characterOf(escaped: string, read: (escaped: string) => string): string | undefined {
  try {
    return read(escaped);
  } catch {
    return undefined; // bytes that are no UTF-8, a number that is no character
  }
}

function inJavaScript(escaped: string): string {
  const [, point] = /^\\(?:u\{?|x)([0-9a-f]+)\}?$/i.exec(escaped) ?? [];
  if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16));
  const letter = escaped.slice(1);
  const controls: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
  return controls[letter] ?? letter;
}

function inHtml(escaped: string): string {
  const [, hex, decimal] = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(escaped) ?? [];
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
  return named[escaped.slice(1, -1).toLowerCase()] ?? escaped;
}
