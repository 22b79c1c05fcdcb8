import { z } from "zod";
import type { Field } from "../../provider/core/field";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The field's type as a program writes it: `string`, `string[]`, `{ projectKey: string; platform?: number }`. */
export function plainType(field: Field): string {
  return field.marks.typescript ?? render(schemaOf(field), (type) => type);
}

/** The same of a part of a field. */
export function typeOfSchema(schema: JsonSchema): string {
  return render(schema, (type) => type);
}

/** The same with `pulumi.Input` at every depth. */
export function inputType(field: Field): string {
  return field.marks.typescript
    ? `pulumi.Input<${field.marks.typescript}>`
    : render(schemaOf(field), (type) => `pulumi.Input<${type}>`, true);
}

/** A type as a cell of a Markdown table shows it; that names of a union are hints, and any text is taken, is said plainly. */
export function typeInTable(type: string): string {
  return type.replaceAll("(string & {})", "string").replaceAll("|", "\\|");
}

export function isOptional(field: Field): boolean {
  return field.schema.safeParse(undefined).success;
}

/** Whether it may be absent from the outputs: what has a default never is. */
export function mayBeAbsent(field: Field): boolean {
  const absent = field.schema.safeParse(undefined);
  return absent.success && absent.data === undefined;
}

export function schemaOf(field: Field): JsonSchema {
  return z.toJSONSchema(field.schema, { io: "input", unrepresentable: "any" });
}

type Wrap = (type: string) => string;

/** @param isTold - Whether the texts of the properties of maps stand with them. */
function render(schema: JsonSchema, wrap: Wrap, isTold = false): string {
  return wrap(bare(schema, wrap, isTold));
}

function bare(schema: JsonSchema, wrap: Wrap, isTold: boolean): string {
  if (schema["known"] !== undefined) return `${schema.title} | (string & {})`;
  if (schema.anyOf) return schema.anyOf.map((one) => bare(one, wrap, isTold)).join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.type === "integer") return "number";
  if (schema.type === "array") return list(render(schema.items as JsonSchema, wrap, isTold));
  if (schema.type === "object" && schema.properties) return map(schema, wrap, isTold);
  if (schema.type === "object") return `Record<string, unknown>`;
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  if (typeof schema.type === "string") return schema.type;
  throw new Error(`No TypeScript type for the schema ${JSON.stringify(schema)}: set the mark "typescript".`);
}

function list(item: string): string {
  return /^[\w.<>]+$/.test(item) || item.startsWith("{") ? `${item}[]` : `(${item})[]`;
}

function map(schema: JsonSchema, wrap: Wrap, isTold: boolean): string {
  const required = new Set(schema.required);
  const entries = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description } = property as JsonSchema;
    const text = isTold && description !== undefined ? `/** ${description} */\n` : "";
    return `${text}${name}${required.has(name) ? "" : "?"}: ${render(property as JsonSchema, wrap, isTold)}`;
  });
  return `{ ${entries.join(isTold ? ";\n" : "; ")} }`;
}
