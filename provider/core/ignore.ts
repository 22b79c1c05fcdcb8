import { own } from "./map";
import { parsePath } from "./path";

type Properties = Record<string, unknown>;

/**
 * The declaration with each ignored path as state holds it: there, nothing changes.
 *
 * @param paths - Pulumi's property paths: `tags`, `attributes.$remoteit.color`, `attributes["a b"]`, `tags[0]`, `attributes[*]`.
 */
export function ignoring(paths: readonly string[], state: Properties, declared: Properties): Properties {
  return paths.reduce<Properties>((result, path) => withOld(parsePath(path), state, result) as Properties, declared);
}

function withOld([key, ...rest]: string[], held: unknown, declared: unknown): unknown {
  if (key === undefined) return held;
  if (!isContainer(declared)) return declared;
  const old = isContainer(held) ? held : undefined;
  if (key === "*") {
    const keys = new Set([...Object.keys(old ?? {}), ...Object.keys(declared)]);
    return [...keys].reduce<unknown>((result, one) => withOld([one, ...rest], held, result), declared);
  }
  // Not what every object has by birth, such as a constructor.
  const value = withOld(rest, old && own(old, key), own(declared, key));
  if (Array.isArray(declared)) return declared.map((item: unknown, index) => (String(index) === key ? (value ?? item) : item));
  const { [key]: _gone, ...others } = declared;
  return value === undefined ? others : { ...declared, [key]: value };
}

function isContainer(value: unknown): value is Properties {
  return typeof value === "object" && value !== null;
}
