export interface Tokens {
  /** `key:value`, the value without its quotes. */
  conditions: { key: string; value: string }[];
  /** What stands behind `#`; undefined where there is none. */
  comment: string | undefined;
  /** The first text that is no condition. */
  stray: string | undefined;
}

const condition = /^(\w+):("(?:[^"\\]|\\.)*"|[^\s"]+)(?=\s|$)/;

/** Takes one line apart: `name:"a b" type:Device  # reason`. */
export function tokensOf(line: string): Tokens {
  const conditions: Tokens["conditions"] = [];
  let rest = line.trim();
  while (rest !== "" && !rest.startsWith("#")) {
    const [whole, key, text] = condition.exec(rest) ?? [];
    if (whole === undefined || key === undefined || text === undefined) {
      return { conditions, comment: undefined, stray: /^\S+/.exec(rest)?.[0] ?? rest };
    }
    conditions.push({ key, value: text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\(["\\])/g, "$1") : text });
    rest = rest.slice(whole.length).trimStart();
  }
  return { conditions, comment: rest === "" ? undefined : rest.slice(1).trim(), stray: undefined };
}
