/**
 * JSON, and a literal of TypeScript, that does nothing to whoever shows it: what cannot be seen, or turns the direction of its
 * neighbours, is written as an escape, and so is what begins a command for the runner of a pipeline wherever it stands in its log
 * (`##[` and its like).
 */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=#)#/gu, escaped);
}

/** As JSON and JavaScript write it, in two halves beyond U+FFFF. */
function escaped(character: string): string {
  const halves = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return halves.map((half) => `\\u${half.toString(16).padStart(4, "0")}`).join("");
}

/**
 * JSON of a value in pieces. What is iterable and no list, such as a generator, becomes a list that is written item by item,
 * each on a line of its own, and is never held as a whole.
 */
export function* jsonChunks(value: unknown, indent = ""): Generator<string> {
  const deeper = `${indent}  `;
  if (isStream(value)) {
    let before = "[";
    for (const item of value) {
      yield `${before}\n${deeper}${safeJson(item)}`;
      before = ",";
    }
    yield before === "[" ? "[]" : `\n${indent}]`;
  } else if (holdsStream(value)) {
    const isList = Array.isArray(value);
    let before = isList ? "[" : "{";
    for (const [key, member] of Object.entries(value)) {
      yield `${before}\n${deeper}${isList ? "" : `${safeJson(key)}: `}`;
      yield* jsonChunks(member, deeper);
      before = ",";
    }
    yield `\n${indent}${isList ? "]" : "}"}`;
  } else yield safeJson(value);
}

function isStream(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value && !Array.isArray(value);
}

function holdsStream(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && Object.values(value).some((member) => isStream(member) || holdsStream(member))
  );
}
