/** An id that is made of several: a slash between them, and the last may hold slashes itself. */
export interface CompositeId<K extends string> {
  format: (parts: Readonly<Record<K, string>>) => string;
  /** Undefined where a part is missing or empty. */
  parse: (id: string) => Record<K, string> | undefined;
}

/** @param names - Of the parts, in their order: `accountId`, `name`. None but the last may hold a slash. */
export function compositeId<const K extends string>(...names: readonly K[]): CompositeId<K> {
  return {
    format: (parts) => names.map((name) => parts[name]).join("/"),
    parse: (id) => {
      const split = id.split("/");
      const values = [...split.slice(0, names.length - 1), split.slice(names.length - 1).join("/")];
      if (values.length < names.length || values.includes("")) return undefined;
      return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Record<K, string>;
    },
  };
}
