import { IdOf, Shape } from "../program";
import { type Language, commentsOf } from "./language";
import { isMap, quoted } from "./literal";

/** The `resources` of a program for the plugin: a file Main.yaml, or a part of Pulumi.yaml. */
export const yaml: Language = {
  comment: "#",
  // A resource is referred to by its name, which may hold hyphens.
  constants: { spell: (name) => name, reserved: [] },
  *write(declarations) {
    yield declarations.length === 0 ? "resources: {}\n" : "resources:\n";
    for (const declaration of declarations) {
      const { type, name, id, properties } = declaration;
      for (const line of commentsOf(declaration)) yield `  # ${line}\n`;
      yield `  ${quoted(name)}:\n    type: remoteit:${type}\n`;
      if (Object.keys(properties).length > 0) yield `    properties: ${valueOf(properties)}\n`;
      if (id !== undefined) yield `    options: { import: ${quoted(id)} }\n`;
    }
  },
};

function valueOf(value: unknown): string {
  if (value instanceof IdOf) return `"\${${value.constant}.id}"`;
  if (value instanceof Shape) return valueOf(value.properties);
  // A dollar sign begins an expression, and two are one.
  if (typeof value === "string") return quoted(value.replaceAll("$", "$$$$"));
  if (Array.isArray(value)) return `[${value.map(valueOf).join(", ")}]`;
  if (!isMap(value)) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${quoted(key)}: ${valueOf(item)}`)
    .join(", ")} }`;
}
