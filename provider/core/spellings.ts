/** A text as it reads once escapes are undone, and where each of its characters stands in the text that was given. */
export interface Reading {
  text: string;
  /** By the character's position here: where it begins there. One more at the end: the length of the given text. */
  starts: readonly number[];
}

/** One character each: what JSON escapes, and what URLs do, in UTF-8. */
const escapes = [
  /\\(?:u[0-9a-f]{4}|["\\/bfnrt])/gi,
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi,
];

/** JSON inside JSON, and a URL inside JSON, are as deep as texts of ours go. */
const DEEPEST = 2;

/** The text as it stands and in every way in which its escapes can be undone. */
export function readings(text: string): Reading[] {
  const all: Reading[] = [{ text, starts: Array.from({ length: text.length + 1 }, (_, index) => index) }];
  let last = all;
  for (let depth = 0; depth < DEEPEST && last.length > 0; depth += 1) {
    last = last.flatMap((reading) => escapes.flatMap((escape) => unescaped(reading, escape) ?? []));
    all.push(...last);
  }
  return all;
}

/** Undefined where nothing is escaped so. */
function unescaped({ text, starts }: Reading, escape: RegExp): Reading | undefined {
  const read = { text: "", starts: [] as number[] };
  let end = 0;
  const copy = (to: number) => {
    read.text += text.slice(end, to);
    for (let index = end; index < to; index += 1) read.starts.push(starts[index] ?? 0);
  };
  for (const { 0: match, index } of text.matchAll(escape)) {
    const character = characterOf(match);
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

function characterOf(escaped: string): string | undefined {
  try {
    return escaped.startsWith("%") ? decodeURIComponent(escaped) : (JSON.parse(`"${escaped}"`) as string);
  } catch {
    return undefined; // bytes that are no UTF-8
  }
}
