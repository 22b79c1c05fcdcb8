import type { Field, Fields } from "../../provider/core/field";
import { isKept } from "../../provider/core/field";
import type { Resource } from "../../provider/core/resource";
import { fileOf, sourceOf } from "./registered";
import { inputType, isOptional, mayBeAbsent, plainType } from "./typescript";

/** The class that a TypeScript program imports, from the declaration of its resource. */
export function sdkClass({ type, describe, inputs, outputs, isNamed }: Resource<never>): string {
  const file = fileOf({ type });
  const secrets = (fields: Fields) => Object.keys(fields).filter((name) => fields[name]?.marks.secret);
  const named = (fields: Fields) => Object.values(fields).some((field) => inputType(field).includes("ApplicationName"));
  const properties = { ...Object.fromEntries(Object.entries(inputs).filter(([, field]) => isKept(field))), ...outputs };
  const secretOutputs = secrets(properties);
  // The state of a stack that comes from the plugin holds the same resource under the plugin's type.
  const own = {
    aliases: [{ type: `remoteit:index:${type}` }],
    ...(secretOutputs.length > 0 && { additionalSecretOutputs: secretOutputs }),
  };
  return `// Made by \`npm run generate\` from ${sourceOf({ type })}: change it there.
import * as pulumi from "@pulumi/pulumi";
import provider = require("../provider/dynamic/${file}");
import { declare, withoutStacks } from "./declare";
${named(inputs) ? 'import type { ApplicationName } from "./types";\n' : ""}
export interface ${type}Args {
${Object.entries(inputs).map(argument).join("\n")}
}

${comment(describe, "")}
export class ${type} extends pulumi.dynamic.Resource {
${Object.entries(properties).map(property).join("\n")}

  /** Reads the ${type} with this id from the account, without managing it. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): ${type} {
    return new ${type}(name, {}${Object.values(inputs).every(isOptional) ? "" : ` as ${type}Args`}, { ...opts, id });
  }

  constructor(name: string, args: ${type}Args, opts?: pulumi.CustomResourceOptions) {
    const props = declare(args, ${JSON.stringify(secrets(inputs))}, ${JSON.stringify(Object.keys(properties))}, opts${isNamed ? ", name" : ""});
    const stacks = withoutStacks();
    try {
      super(provider, name, props, pulumi.mergeOptions(${JSON.stringify(own)}, opts), "remoteit", "${type}");
    } catch (error) {
      throw stacks.addTo(error);
    } finally {
      stacks.restore();
    }
  }
}
`;
}

function argument([name, field]: [string, Field]): string {
  return `${comment(field.describe, "  ")}\n  ${name}${isOptional(field) ? "?" : ""}: ${inputType(field)}${isOptional(field) ? " | undefined" : ""};`;
}

function property([name, field]: [string, Field]): string {
  const type = plainType(field) + (mayBeAbsent(field) ? " | undefined" : "");
  return `${comment(field.describe, "  ")}\n  declare readonly ${name}: pulumi.Output<${type}>;`;
}

function comment(text: string, indent: string): string {
  return `${indent}/** ${text} */`;
}
