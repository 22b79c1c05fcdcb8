/** Where the list of resources stands: in an export and in a checkpoint file. */
const places = ["deployment.resources", "checkpoint.latest.resources"];

/** So many characters are looked through at once, however long the text is: each of them once. */
const STEP = 64 * 1024;

/** What a resource, or all that is none, may hold, in characters. The largest text of JavaScript is twice as long. */
const LARGEST = 256 * 1024 * 1024;

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
  /** Strings, whole or broken off, and brackets: all that counts for where something begins and ends. */
  const token = /"[^"\\]*(?:\\[^][^"\\]*)*("?)|[{}[\]]/g;
  /** What is left of a string that was broken off. */
  const restOfString = /[^"\\]*(?:\\[^][^"\\]*)*("?)/y;
  const keys: string[] = [];
  let key = "";
  const frame = createPieces(() => tooLarge("What is not a resource in it"));
  const element = createPieces(() => tooLarge("One of its resources"));
  /** How deep inside of the list; undefined outside of it. */
  let depth: number | undefined;
  /** Whether the part before ended inside of a string, and whether with a backslash there. */
  let [isBrokenOff, isEscaped] = [false, false];

  /** Whether the list begins here. */
  const begins = (found: string): boolean => {
    if (found === "}" || found === "]") keys.pop();
    else if (found === "{" || found === "[") {
      keys.push(key);
      key = "";
      return found === "[" && places.includes(keys.slice(1).join("."));
    } else key = found.slice(1, -1);
    return false;
  };

  /** Where the string that was broken off ends in this part. */
  const continued = (text: string): number => {
    restOfString.lastIndex = isEscaped ? 1 : 0;
    const [, closing] = restOfString.exec(text) ?? [];
    isBrokenOff = closing === "";
    isEscaped = isBrokenOff && restOfString.lastIndex < text.length;
    const end = isBrokenOff ? text.length : restOfString.lastIndex;
    // It may be a key that is looked for; those are short.
    if (key.length < 64) key += text.slice(0, isBrokenOff ? end : end - 1);
    return end;
  };

  const step = (text: string): void => {
    /** Up to here it is in `frame` or `element`. */
    let taken = 0;
    const take = (end: number, to: Pieces) => {
      to.add(text.slice(taken, end));
      taken = end;
    };
    token.lastIndex = isBrokenOff ? continued(text) : 0;
    for (let found = isBrokenOff ? null : token.exec(text); found; found = token.exec(text)) {
      const [it, closing] = found;
      const end = token.lastIndex;
      if (closing === "") {
        isBrokenOff = true;
        isEscaped = end < text.length;
        key = text.slice(found.index + 1);
        break;
      }
      if (depth === undefined) {
        if (!begins(it)) continue;
        depth = 0;
        take(end, frame);
      } else if (it === "{" || it === "[") {
        if (depth === 0) taken = found.index; // what stands between two resources is dropped
        depth += 1;
      } else if (it === "}" || it === "]") {
        depth -= 1;
        if (depth > 0) continue;
        if (depth === 0) {
          take(end, element);
          resource(element.take());
        } else {
          keys.pop();
          depth = undefined;
          taken = found.index;
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
