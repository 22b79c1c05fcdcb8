/** From a property down to the value that is meant, through the keys of maps and the indexes of lists. */
export type Path = readonly (string | number)[];

const plainName = /^[A-Za-z_$][\w$-]*$/;

/** As Pulumi writes it: `attributes.$remoteit.color`, `attributes["a b"]`. */
export function printPath(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === "number") return `[${key}]`;
      if (!plainName.test(key)) return `["${key.replaceAll(/["\\]/g, "\\$&")}"]`;
      return index === 0 ? key : `.${key}`;
    })
    .join("");
}

/** Whether what a printed path names is one of the places, or part of one. */
export const isAt = (places: readonly string[], path: string): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`));

/** The keys and indexes in a path, all as text, in any of the notations that Pulumi takes: `a.b`, `a["b"]`, `a[0]`, `a[*]`. */
export function parsePath(text: string): string[] {
  const parts = text.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[([^\]"]*)\]|([^.[\]]+)/gs);
  return [...parts].map(([, quoted, index, name]) => quoted?.replaceAll(/\\(.)/gs, "$1") ?? index ?? name ?? "");
}
