import { safeJson } from "../../formats/json-text";
import { camelCase } from "../names";
import { type Declaration, IdOf } from "../program";
import { type Language, commentsOf } from "./language";

const constants: Language["constants"] = {
  spell: camelCase,
  reserved:
    "arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally for function if implements import in instanceof interface let module new null package private protected public require return static super switch this throw true try typeof undefined var void while with yield".split(
      " ",
    ),
};

/** The classes of the npm package: dynamic resources, which adopt by what they declare. */
export const classes: Language = {
  comment: "//",
  constants,
  write: (declarations) => program(declarations, "pulumi-remoteit", () => ""),
};

/** The SDK that Pulumi generates for the plugin. */
export const generatedSdk: Language = {
  comment: "//",
  constants,
  write: (declarations) =>
    program(declarations, "@pulumi-remoteit/remoteit", ({ id }) => (id === undefined ? "" : `, { import: ${safeJson(id)} }`)),
};

function* program(
  declarations: readonly Declaration[],
  from: string,
  optionsOf: (declaration: Declaration) => string,
): Generator<string> {
  const used = new Set(declarations.map(({ type }) => type));
  yield used.size > 0 ? `import { ${[...used].join(", ")} } from "${from}";\n\n` : "export {};\n";
  for (const declaration of declarations) {
    const { type, name, constant, properties } = declaration;
    const written = Object.entries(properties).map(([key, value]) => `${key}: ${valueOf(value)}`);
    for (const line of commentsOf(declaration)) yield `// ${line}\n`;
    const args = `{ ${written.join(", ")} }${optionsOf(declaration)}`;
    yield `${constant === undefined ? "" : `const ${constant} = `}new ${type}(${safeJson(name)}, ${args});\n`;
  }
}

const valueOf = (value: unknown): string => (value instanceof IdOf ? `${value.constant}.id` : safeJson(value));
