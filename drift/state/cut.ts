/** Strings, whole or broken off, and brackets: all that counts for where something begins and ends. */
const token = /"[^"\\]*(?:\\[^][^"\\]*)*("?)|[{}[\]]/g;

/** Where the list of resources stands: in an export and in a checkpoint file. */
const places = ["deployment.resources", "checkpoint.latest.resources"];

export interface Cutter {
  /** Takes the next part of the text, of any length. */
  write: (text: string) => void;
  /** The state without its resources. */
  frame: () => string;
}

/**
 * Cuts a state, as it comes, into its resources and the rest, so that it need not stand in memory as a whole: it may be 100
 * MB of text. What is no JSON shows when the parts are parsed.
 */
export function createCutter(resource: (json: string) => void): Cutter {
  const keys: string[] = [];
  let [key, frame, rest] = ["", "", ""];
  let scanned = 0;
  /** How deep inside of the list; undefined outside of it. */
  let depth: number | undefined;
  let start = 0;

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

  /** How deep it is after this. */
  const inside = (text: string, found: string, at: number, level: number): number | undefined => {
    if (found === "{" || found === "[") {
      if (level === 0) start = at;
      return level + 1;
    }
    if (found !== "}" && found !== "]") return level;
    if (level === 0) {
      keys.pop();
      return undefined;
    }
    if (level === 1) resource(text.slice(start, at + 1));
    return level - 1;
  };

  const write = (more: string): void => {
    const text = rest + more;
    let kept = 0;
    start = 0; // what was kept of an element begins with it
    token.lastIndex = scanned;
    scanned = text.length;
    for (let found = token.exec(text); found; found = token.exec(text)) {
      const [it, closing] = found;
      if (closing === "") {
        scanned = found.index;
        break;
      }
      if (depth !== undefined) {
        depth = inside(text, it, found.index, depth);
        if (depth === undefined) kept = found.index;
      } else if (begins(it)) {
        depth = 0;
        frame += text.slice(kept, token.lastIndex);
      }
    }
    if (depth === undefined) frame += text.slice(kept, scanned);
    const from = depth !== undefined && depth > 0 ? start : scanned;
    rest = text.slice(from);
    scanned -= from;
  };
  return { write, frame: () => frame + rest };
}
