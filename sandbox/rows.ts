/** What holds rows: the whole store, an account, a device. A reset makes it hold none. */
export interface Owner {
  rows?: Map<object, unknown> | undefined;
}

/**
 * Rows that an entity keeps with each owner of a kind: they begin when they are first asked for, and again after a reset. Those
 * of two sandboxes are apart, as their owners are.
 */
export function rows<T>(begin: () => T): (owner: Owner) => T {
  const key = {};
  return (owner) => {
    const all = (owner.rows ??= new Map());
    if (!all.has(key)) all.set(key, begin());
    return all.get(key) as T;
  };
}
