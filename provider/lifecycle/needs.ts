import type { Fields } from "../core/field";
import type { Needed, Needs } from "../core/need";
import type { Kind } from "./kind";

type Needing = Pick<Kind<Fields, Fields, never, never>, "needs" | "setters">;

export function needsOf({ needs }: Pick<Needing, "needs">): Needs {
  return needs === "none" || "permission" in needs ? { create: needs, update: needs, delete: needs } : needs;
}

/** Of the properties whose setters need something else than the kind's updates. */
export function propertyNeedsOf({ setters }: Pick<Needing, "setters">): Record<string, Needed> {
  return Object.fromEntries(
    setters.flatMap(({ properties, needs }) => (needs === undefined ? [] : properties.map((name) => [name, needs]))),
  );
}
