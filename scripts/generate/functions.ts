import type { Fields } from "../../provider/core/field";
import type { Reading } from "../../provider/domains/functions";
import { applicationNames } from "../../provider/domains/services/applications";
import { isOptional } from "./typescript";
import { type Interface, interfacesOf, namedType } from "./types";
import { typeInTable } from "./typescript";

/** The reference page of the functions, from their declarations. */
export function functionsPage(readings: Reading[]): string {
  return `<!-- Made by \`npm run generate\` from the functions of provider/domains: change it there. -->

# Functions

Functions read the account. Every Pulumi language calls them as below, with the arguments as properties: \`remoteit.getDevice({ id })\`,
\`remoteit:getDevice\` in YAML. The TypeScript classes of \`pulumi-remoteit\` come with the same functions in a shorter form: one
argument stands alone, as in \`getDevice(id)\`, \`getTag(name)\`, \`getServices(deviceId)\` and \`registrationCommand(args)\`;
\`getDevices(filter)\` is read in a \`for await\` loop; lists are returned without a property around them, and an answer with
secrets is an \`Output\`.

\`?\` marks what may be absent from a result. The [types](#types) of lists stand at the end.

${readings.map(section).join("\n\n")}

## Types

What functions take and return within the properties above.

### ApplicationName

Type of a service, by the name that remote.it gives it. These are the names that this version knows; any other text is looked up among
those that \`getApplicationTypes\` lists: ${applicationNames.map((name) => `\`${name}\``).join(", ")}.

${[...interfacesOf(readings)].map(typeSection).join("\n\n")}
`;
}

function typeSection([name, { text, members }]: [string, Interface]): string {
  const rows = members.map(
    (member) => `| \`${member.name}${member.optional ? "?" : ""}\` | \`${typeInTable(member.type)}\` | ${member.text ?? ""} |`,
  );
  return [`### ${name}\n`, ...(text ? [`${text}\n`] : []), "| property | type | |", "| --- | --- | --- |", ...rows].join("\n");
}

function section({ name, describe, args, result }: Reading): string {
  const given = Object.keys(args).length > 0 ? `\n\n${table("argument", args, "input")}` : "";
  return `## ${name}\n\n${describe}${given}\n\n${table("result", result, "output")}`;
}

function table(title: string, fields: Fields, io: "input" | "output"): string {
  const rows = Object.entries(fields).map(([name, field]) => {
    const marks = [...(io === "input" && !isOptional(field) ? ["required"] : []), ...(field.marks.secret ? ["secret"] : [])];
    const absent = io === "output" && isOptional(field) ? "?" : "";
    return `| \`${name}${absent}\` | \`${typeInTable(namedType(field, io))}\` | ${marks.join(", ")} | ${field.describe} |`;
  });
  return [`| ${title} | type | | |`, "| --- | --- | --- | --- |", ...rows].join("\n");
}
