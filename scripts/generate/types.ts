import { z } from "zod";
import type { Field, Fields } from "../../provider/core/field";
import type { Reading } from "../../provider/domains/functions";
import { applicationNames } from "../../provider/domains/services/applications";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Arguments that the sdk gives a name, beside the types that the shapes' titles and functions name. */
const named: [type: string, text: string, reading: string][] = [
  ["DeviceFilter", "What remote.it filters devices by.", "getDevices"],
  ["ConnectLinkFilter", "Which connect links to read.", "getConnectLinks"],
  ["DeviceShareFilter", "Which shares to read.", "getDeviceShares"],
  ["RegistrationArgs", "What a machine that registers with the command becomes.", "getRegistrationCommand"],
  ["EventPeriod", "Which events to read.", "getEvents"],
];

/** A type with a name of its own. */
export interface Interface {
  text: string | undefined;
  members: Member[];
}

export interface Member {
  name: string;
  type: string;
  text: string | undefined;
  optional: boolean;
}

/** The types that functions take and answer in lists and within others, by name. */
export function interfacesOf(readings: Reading[]): Map<string, Interface> {
  const interfaces = new Map<string, Interface>();
  for (const { args, result } of readings) {
    for (const field of Object.values(args)) typeOf(schemaOf(field, "input"), interfaces);
    for (const field of Object.values(result)) typeOf(schemaOf(field, "output"), interfaces);
  }
  return new Map([...interfaces].sort(byName));
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]): number => (one < other ? -1 : 1);

/** The interfaces of what functions take and answer, with the texts of their declarations. */
export function sdkTypes(readings: Reading[]): string {
  const interfaces = interfacesOf(readings);
  for (const [name, text, reading] of named) {
    const fields = readings.find((one) => one.name === reading)?.args ?? {};
    interfaces.set(name, { text, members: membersOf(fields, interfaces) });
  }
  for (const { name, resultType, result } of readings) {
    if (resultType === undefined) continue;
    const text = interfaces.get(resultType)?.text ?? `What ${name} answers.`;
    interfaces.set(resultType, { text, members: membersOf(result, interfaces) });
  }
  return `// Made by \`npm run generate\` from the functions of provider/domains: change it there.

/** Type of a service, by the name that remote.it gives it: the names that this version knows. */
export type ApplicationName =
${applicationNames.map((name) => `  | ${JSON.stringify(name)}`).join("\n")};

${[...interfaces]
  .sort(byName)
  .map(([name, { text, members }]) => declaration(name, text, members))
  .join("\n\n")}
`;
}

/** The type of a field, with the names of the sdk's types. */
export function namedType(field: Field, io: "input" | "output"): string {
  return typeOf(schemaOf(field, io), new Map());
}

function membersOf(fields: Fields, interfaces: Map<string, Interface>): Member[] {
  return Object.entries(fields).map(([name, field]) => {
    const optional = field.schema.safeParse(undefined).success;
    return { name, type: typeOf(schemaOf(field, "input"), interfaces), text: field.describe, optional };
  });
}

function schemaOf(field: Field, io: "input" | "output"): JsonSchema {
  return z.toJSONSchema(field.schema, { io, unrepresentable: "any" });
}

function typeOf(schema: JsonSchema, interfaces: Map<string, Interface>): string {
  if (schema.title === "ApplicationName") return `${schema.title} | (string & {})`;
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => typeOf(one, interfaces)))].join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.type === "integer") return "number";
  if (schema.type === "array") {
    const item = typeOf(schema.items as JsonSchema, interfaces);
    return item.includes("|") ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type !== "object") return String(schema.type ?? "unknown");
  if (!schema.properties) return "Record<string, unknown>";
  const { title = "" } = schema;
  const members = Object.entries(schema.properties as Record<string, JsonSchema>).map(([name, property]) => ({
    name,
    type: typeOf(property, interfaces),
    text: property.description,
    optional: schema.required?.includes(name) !== true,
  }));
  interfaces.set(title, { text: schema.description, members });
  return title;
}

function declaration(name: string, text: string | undefined, members: Member[]): string {
  const lines = members.map(
    (member) =>
      `${comment(member.text, "  ")}  ${member.name}${member.optional ? "?" : ""}: ${member.type}${member.optional && member.type !== "unknown" ? " | undefined" : ""};`,
  );
  return `${comment(text, "")}export interface ${name} {\n${lines.join("\n")}\n}`;
}

function comment(text: string | undefined, indent: string): string {
  return text ? `${indent}/** ${text} */\n` : "";
}
