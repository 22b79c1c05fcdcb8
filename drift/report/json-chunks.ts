/**
 * JSON of a value in pieces. What is iterable and no list, such as a generator, becomes a list that is written item by item,
 * each on a line of its own, and is never held as a whole.
 */
export function* jsonChunks(value: unknown, indent = ""): Generator<string> {
  if (isStream(value)) {
    yield* between("[", value, "]", indent, function* (item) {
      yield jsonText(item);
    });
  } else if (Array.isArray(value) && holdsStream(value)) {
    yield* between("[", value, "]", indent, (item, deeper) => jsonChunks(item, deeper));
  } else if (holdsStream(value)) {
    yield* between("{", Object.entries(value), "}", indent, function* ([key, member], deeper) {
      yield `${jsonText(key)}: `;
      yield* jsonChunks(member, deeper);
    });
  } else yield jsonText(value);
}

function* between<T>(
  open: string,
  items: Iterable<T>,
  close: string,
  indent: string,
  write: (item: T, deeper: string) => Generator<string>,
): Generator<string> {
  const deeper = `${indent}  `;
  let before = open;
  for (const item of items) {
    yield `${before}\n${deeper}`;
    yield* write(item, deeper);
    before = ",";
  }
  yield before === open ? open + close : `\n${indent}${close}`;
}

/** `##[` and its like begin a command for the runner of a pipeline wherever they stand in its log; JSON can write them otherwise. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll("##", "#\\u0023");
}

function isStream(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value && !Array.isArray(value);
}

function holdsStream(value: unknown): value is object {
  return (
    typeof value === "object" && value !== null && Object.values(value).some((member) => isStream(member) || holdsStream(member))
  );
}
