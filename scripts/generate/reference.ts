import type { Field, Fields } from "../../provider/core/field";
import type { Resource } from "../../provider/core/resource";
import { sourceOf } from "./registered";
import { isOptional, plainType, typeInTable } from "./typescript";

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
${named({ ...inputs, ...outputs })}`;
}

/** Where the types are told that the tables name. */
function named(fields: Fields): string {
  const names = new Set(Object.values(fields).flatMap((field) => plainType(field).match(/\b[A-Z]\w+Name\b/g) ?? []));
  return [...names].map((name) => `\n\`${name}\`: [functions](functions.md#${name.toLowerCase()}).\n`).join("");
}

function table(fields: Fields): string {
  const rows = Object.entries(fields).map(
    ([name, field]) => `| \`${name}\` | \`${typeInTable(plainType(field))}\` | ${marks(field)} | ${field.describe} |`,
  );
  return ["| property | type | | |", "| --- | --- | --- | --- |", ...rows].join("\n");
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
