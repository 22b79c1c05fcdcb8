import { startingWithLetter } from "../names";
import { IdOf, Shape } from "../program";
import { type Language, commentsOf } from "./language";
import { isMap, quoted } from "./literal";

/** The SDK that Pulumi generates for the plugin. */
export const python: Language = {
  comment: "#",
  constants: {
    spell: (name, type) => snakeCase(startingWithLetter(name, type)),
    reserved:
      "and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type pulumi remoteit".split(
        " ",
      ),
  },
  *write(declarations) {
    if (declarations.length === 0) return;
    yield "import pulumi\nimport pulumi_remoteit as remoteit\n\n";
    for (const declaration of declarations) {
      const { type, name, id, constant, properties } = declaration;
      for (const line of commentsOf(declaration)) yield `# ${line}\n`;
      const written = Object.entries(properties).map(([key, value]) => `    ${snakeCase(key)}=${valueOf(value)},\n`);
      yield `${constant === undefined ? "" : `${constant} = `}remoteit.${type}(\n    ${quoted(name)},\n${written.join("")}`;
      yield id === undefined ? ")\n" : `    opts=pulumi.ResourceOptions(import_=${quoted(id)}),\n)\n`;
    }
  },
};

/** `deviceId` and `pump-7` as `device_id` and `pump_7`. */
function snakeCase(name: string): string {
  return name
    .replaceAll(/(?<=[a-z0-9])[A-Z]/g, "_$&")
    .replaceAll(/\W+/g, "_")
    .toLowerCase();
}

function valueOf(value: unknown): string {
  if (value instanceof IdOf) return `${value.constant}.id`;
  if (value instanceof Shape) {
    return valueOf(Object.fromEntries(Object.entries(value.properties).map(([key, inner]) => [snakeCase(key), inner])));
  }
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(valueOf).join(", ")}]`;
  if (!isMap(value)) return value === null ? "None" : JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${quoted(key)}: ${valueOf(item)}`)
    .join(", ")}}`;
}
