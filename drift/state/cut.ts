/** Where the list of resources stands: in an export and in a checkpoint file. */
const places = ["deployment.resources", "checkpoint.latest.resources"];

/** So many characters are looked through at once, however long the text is: each of them once. */
const STEP = 64 * 1024;

/** What a resource, or all that is none, may hold, in characters. The largest text of JavaScript is twice as long. */
const LARGEST = 256 * 1024 * 1024;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

export interface Cutter {
  /** Takes the next part of the text, of any length. @throws what `tooLarge` gives. */
  write: (text: string) => void;
  /** The state without its resources. */
  frame: () => string;
}

/** A text that comes in parts. */
interface Pieces {
  add: (text: string) => void;
  /** All of it; from then on it is empty. */
  take: () => string;
}

/**
 * Cuts a state, as it comes, into its resources and the rest, so that it need not stand in memory as a whole: it may be 100
 * MB of text. What is no JSON shows when the parts are parsed.
 */
export function createCutter(resource: (json: string) => void, tooLarge: (what: string) => Error): Cutter {
  const keys: string[] = [];
  let key = "";
  const frame = createPieces(() => tooLarge("What is not a resource in it"));
  const element = createPieces(() => tooLarge("One of its resources"));
  /** How deep inside of the list; undefined outside of it. */
  let depth: number | undefined;
  /** Whether the part before ended inside of a string, and whether with a backslash there. */
  let [isBrokenOff, isEscaped] = [false, false];

  /** Whether the list begins with this bracket, outside of it. */
  const begins = (isOpening: boolean, isList: boolean): boolean => {
    if (!isOpening) keys.pop();
    else {
      keys.push(key);
      key = "";
    }
    return isOpening && isList && places.includes(keys.slice(1).join("."));
  };

  /** Where the string ends whose content begins, or goes on, at a place of this part: at its end where it is broken off there. */
  const endOfString = (text: string, from: number): number => {
    for (let at = from; ;) {
      const quote = text.indexOf('"', at);
      const end = quote < 0 ? text.length : quote;
      let first = end;
      while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
      const isOdd = (end - first) % 2 === 1;
      if (quote < 0) [isBrokenOff, isEscaped] = [true, isOdd];
      else if (isOdd) {
        at = quote + 1;
        continue;
      } else isBrokenOff = false;
      return end;
    }
  };

  /** Where the string ends that was broken off. */
  const continued = (text: string): number => {
    const end = endOfString(text, isEscaped ? 1 : 0);
    // It may be a key that is looked for; those are short.
    if (key.length < 64) key += text.slice(0, end);
    return end;
  };

  const step = (text: string): void => {
    /** Up to here it is in `frame` or `element`. */
    let taken = 0;
    const take = (end: number, to: Pieces) => {
      to.add(text.slice(taken, end));
      taken = end;
    };
    for (let at = isBrokenOff ? continued(text) + 1 : 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        const end = endOfString(text, at + 1);
        if (depth === undefined) key = text.slice(at + 1, end);
        at = end;
        continue;
      }
      const isOpening = code === OPENING_BRACE || code === OPENING_BRACKET;
      if (!isOpening && code !== CLOSING_BRACE && code !== CLOSING_BRACKET) continue;
      if (depth === undefined) {
        if (!begins(isOpening, code === OPENING_BRACKET)) continue;
        depth = 0;
        take(at + 1, frame);
      } else if (isOpening) {
        if (depth === 0) taken = at; // what stands between two resources is dropped
        depth += 1;
      } else {
        depth -= 1;
        if (depth > 0) continue;
        if (depth === 0) {
          take(at + 1, element);
          resource(element.take());
        } else {
          keys.pop();
          depth = undefined;
          taken = at;
        }
      }
    }
    if (depth === undefined) take(text.length, frame);
    else if (depth > 0) take(text.length, element);
  };

  return {
    write: (text) => {
      for (let at = 0; at < text.length; at += STEP) step(text.slice(at, at + STEP));
    },
    frame: frame.take,
  };
}

function createPieces(tooLarge: () => Error): Pieces {
  let pieces: string[] = [];
  let length = 0;
  return {
    add: (text) => {
      length += text.length;
      if (length > LARGEST) throw tooLarge();
      pieces.push(text);
    },
    take: () => {
      const all = pieces.join("");
      pieces = [];
      length = 0;
      return all;
    },
  };
}
