import type { Fields } from "../../provider/core/field";
import type { Reading } from "../../provider/domains/functions";
import { isOptional } from "./typescript";
import { namedType } from "./types";
import { typeInTable } from "./typescript";

/** The reference page of the functions, from their declarations. */
export function functionsPage(readings: Reading[]): string {
  return `<!-- Made by \`npm run generate\` from the functions of provider/domains: change it there. -->

# Functions

What programs read. Every Pulumi language calls them as below, with the arguments as properties: \`remoteit.getDevice({ id })\`,
\`remoteit:getDevice\` in YAML. The TypeScript package \`pulumi-remoteit\` has the same ones in the manner of TypeScript:
\`getDevice(id)\`, \`getService(id)\`, \`getServices(deviceId)\`, \`registrationCommand(args)\`; \`getDevices(filter)\` is read in a
\`for await\` loop, and lists come without a property around them.

${readings.map(section).join("\n\n")}
`;
}

function section({ name, describe, args, result }: Reading): string {
  const given = Object.keys(args).length > 0 ? `\n\n${table("argument", args, "input")}` : "";
  return `## ${name}\n\n${describe}${given}\n\n${table("result", result, "output")}`;
}

function table(title: string, fields: Fields, io: "input" | "output"): string {
  const rows = Object.entries(fields).map(([name, field]) => {
    const marks = [...(io === "input" && !isOptional(field) ? ["required"] : []), ...(field.marks.secret ? ["secret"] : [])];
    return `| \`${name}\` | \`${typeInTable(namedType(field, io))}\` | ${marks.join(", ")} | ${field.describe} |`;
  });
  return [`| ${title} | type | | |`, "| --- | --- | --- | --- |", ...rows].join("\n");
}
