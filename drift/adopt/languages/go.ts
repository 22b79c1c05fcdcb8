import { camelCase } from "../names";
import { IdOf, Shape } from "../program";
import { type Language, commentsOf } from "./language";
import { isMap, quoted } from "./literal";

const packages = ["github.com/pulumi-remoteit/pulumi-remoteit/sdk/go/remoteit", "github.com/pulumi/pulumi/sdk/v3/go/pulumi"];

/** The SDK that Pulumi generates for the plugin. */
export const go: Language = {
  comment: "//",
  constants: {
    spell: camelCase,
    reserved:
      "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var ctx err error main nil pulumi remoteit".split(
        " ",
      ),
  },
  *write(declarations) {
    const needed = declarations.length === 0 ? packages.slice(1) : packages;
    yield `package main\n\nimport (\n${needed.map((path) => `\t"${path}"\n`).join("")})\n\n`;
    yield "func main() {\n\tpulumi.Run(func(ctx *pulumi.Context) error {\n";
    for (const declaration of declarations) {
      const { type, name, id, constant, properties } = declaration;
      for (const line of commentsOf(declaration)) yield `\t\t// ${line}\n`;
      const imports = id === undefined ? "" : `, pulumi.Import(pulumi.ID(${quoted(id)}))`;
      const call = `remoteit.New${type}(ctx, ${quoted(name)}, &remoteit.${type}Args{${fieldsOf(properties)}}${imports})`;
      if (constant === undefined) yield `\t\tif _, err := ${call}; err != nil {\n`;
      else yield `\t\t${constant}, err := ${call}\n\t\tif err != nil {\n`;
      yield "\t\t\treturn err\n\t\t}\n";
    }
    yield "\t\treturn nil\n\t})\n}\n";
  },
};

function fieldsOf(properties: Readonly<Record<string, unknown>>): string {
  // The SDK has no field that takes a text or a number, which an application type may be: those take texts.
  const fieldOf = (key: string, value: unknown) => (key === "application" ? valueOf(String(value)) : valueOf(value));
  return Object.entries(properties)
    .map(([key, value]) => `${capital(key)}: ${fieldOf(key, value)}`)
    .join(", ");
}

const capital = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1);

function valueOf(value: unknown): string {
  if (value instanceof IdOf) return `${value.constant}.ID()`;
  if (value instanceof Shape) return `&remoteit.${value.title}Args{${fieldsOf(value.properties)}}`;
  if (typeof value === "string") return `pulumi.String(${quoted(value)})`;
  if (typeof value === "boolean") return `pulumi.Bool(${value})`;
  if (typeof value === "number") return Number.isInteger(value) ? `pulumi.Int(${value})` : `pulumi.Float64(${value})`;
  if (Array.isArray(value)) {
    const [first] = value as unknown[];
    if (first instanceof Shape) return `remoteit.${first.title}Array{${value.map(valueOf).join(", ")}}`;
    const isTexts = value.every((item) => typeof item === "string");
    return `pulumi.${isTexts ? "StringArray" : "Array"}{${value.map(valueOf).join(", ")}}`;
  }
  if (!isMap(value)) return "nil";
  return `pulumi.Map{${Object.entries(value)
    .map(([key, item]) => `${quoted(key)}: ${valueOf(item)}`)
    .join(", ")}}`;
}
