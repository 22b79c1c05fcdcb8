import type { Path } from "./path";

export type AnyMap = Readonly<Record<string, unknown>>;

/** Whether the value has properties by name: no list, no null. */
export function isMap(value: unknown): value is AnyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The one name that JavaScript takes for something else where a value is assigned: most libraries lose it without a word. */
export const PROTO = "__proto__";

/** The places at which a value holds a map with that name in it, at whatever depth. Objects of a class are no maps. */
export function protoPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => protoPaths(item, [...path, index]));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === PROTO ? [[...path, key]] : protoPaths(item, [...path, key])));
}

/** The value without what such names hold. */
export function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto);
  if (!isMap(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== PROTO);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutProto(item)]));
}

/** What the map itself holds: a name such as "constructor" stands in every object's prototype. */
export function own(map: AnyMap, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The map with the value at a place, and with the maps on the way there. */
export function withValue(map: AnyMap, [key, ...rest]: Path, value: unknown): AnyMap {
  const name = String(key);
  const inner = own(map, name);
  const held = rest.length === 0 ? value : withValue(isMap(inner) ? inner : {}, rest, value);
  // fromEntries: a name such as __proto__ is one like any other.
  return Object.fromEntries([...Object.entries(map).filter(([one]) => one !== name), [name, held]]);
}
