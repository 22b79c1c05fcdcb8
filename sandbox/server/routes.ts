import type { Entity } from "../entity";

export interface Found<T> {
  route: T;
  /** The route's path as it is written, without what stands for parts at its end: "device/address". */
  name: string;
  /** What stands in the path for each {name}. */
  path: readonly string[];
}

/** Looks up routes such as "GET device/address/{key}/{secret}" by a method and a path. */
export function routesOf<T>(routes: ReadonlyMap<string, T>): (method: string, pathname: string) => Found<T> | undefined {
  const all = [...routes].map(([pattern, route]) => {
    const [method = "", path = ""] = pattern.split(" ");
    return { method, route, parts: path.split("/"), name: path.replace(/(\/\{\w+\})+$/, "") };
  });
  return (method, pathname) => {
    const given = pathname.split("/");
    const isIt = (part: string, index: number) => (part.startsWith("{") ? given[index] !== "" : part === given[index]);
    const found = all.find((one) => one.method === method && one.parts.length === given.length && one.parts.every(isIt));
    if (!found) return undefined;
    const path = given.filter((_part, index) => found.parts[index]?.startsWith("{")).map(decodeURIComponent);
    return { route: found.route, name: found.name, path };
  };
}

/**
 * One part of every entity, by name.
 *
 * @throws Error where two entities declare the same.
 */
export function together<T>(
  entities: readonly Entity[],
  part: (entity: Entity) => Record<string, T> | undefined,
): Map<string, T> {
  const all = new Map<string, T>();
  for (const [name, value] of entities.flatMap((entity) => Object.entries(part(entity) ?? {}))) {
    if (all.has(name)) throw new Error(`Two entities of the sandbox declare ${name}.`);
    all.set(name, value);
  }
  return all;
}
