import type { Field, Fields } from "../../provider/core/field";
import type { Resource } from "../../provider/core/resource";
import { sourceOf } from "./registered";
import { isOptional, type JsonSchema, plainType, schemaOf, typeInTable, typeOfSchema } from "./typescript";

/** The reference page of a resource, from its declaration. */
export function referencePage({ type, describe, inputs, outputs }: Resource<never>): string {
  return `<!-- Made by \`npm run generate\` from ${sourceOf({ type })}: change it there. -->

# ${type}

${describe}

## Inputs

${table(inputs)}

## Outputs

The inputs that the program sets, except those of creation, and:

${table(outputs)}
${parts(inputs)}${named({ ...inputs, ...outputs })}`;
}

/** The properties of the maps among the inputs that are told one by one, and of the maps in them. */
function parts(fields: Fields): string {
  return Object.entries(fields)
    .flatMap(([name, field]) => mapsIn(name, schemaOf(field)))
    .map(([path, schema]) => {
      const required = new Set(schema.required);
      const rows = Object.entries(schema.properties as Record<string, JsonSchema>).map(
        ([name, part]) =>
          `| \`${name}\` | \`${typeInTable(summary(part))}\` | ${required.has(name) ? "required" : ""} | ${part.description ?? ""} |`,
      );
      const about = schema.description === undefined ? "" : `${schema.description}\n\n`;
      return `\n### \`${path}\`\n\n${about}${[...HEAD, ...rows].join("\n")}\n`;
    })
    .join("");
}

/** Of a map of which nobody has said what its properties are, the type says all. */
function mapsIn(path: string, schema: JsonSchema): [string, JsonSchema][] {
  if (schema.type === "array") return mapsIn(`${path}[]`, schema.items as JsonSchema);
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  if (!properties.some(([, { description }]) => description !== undefined)) return [];
  return [[path, schema], ...properties.flatMap(([name, part]) => mapsIn(`${path}.${name}`, part))];
}

/** Where the types are told that the tables name. */
function named(fields: Fields): string {
  const names = new Set(Object.values(fields).flatMap((field) => plainType(field).match(/\b[A-Z]\w+Name\b/g) ?? []));
  return [...names].map((name) => `\n\`${name}\`: [functions](functions.md#${name.toLowerCase()}).\n`).join("");
}

function table(fields: Fields): string {
  const rows = Object.entries(fields).map(
    ([name, field]) =>
      `| \`${name}\` | \`${typeInTable(field.marks.typescript ?? summary(schemaOf(field)))}\` | ${marks(field)} | ${field.describe} |`,
  );
  return [...HEAD, ...rows].join("\n");
}

const HEAD = ["| property | type | | |", "| --- | --- | --- | --- |"];

/** The type; of a map that has a table of its own, that it is one. */
function summary(schema: JsonSchema): string {
  if (mapsIn("", schema).length === 0) return typeOfSchema(schema);
  return schema.type === "array" ? "list of maps" : "map";
}

function marks(field: Field): string {
  const { replaces, identity, secret, origin } = field.marks;
  return [
    ...(isOptional(field) ? [] : ["required"]),
    ...(replaces || identity ? ["replaces"] : []),
    ...(origin ? ["at creation"] : []),
    ...(secret ? ["secret"] : []),
  ].join(", ");
}
