export type AnyMap = Readonly<Record<string, unknown>>;

/** Whether the value has properties by name: no list, no null. */
export function isMap(value: unknown): value is AnyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the map itself holds: a name such as "constructor" stands in every object's prototype. */
export function own(map: AnyMap, key: string): unknown {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
