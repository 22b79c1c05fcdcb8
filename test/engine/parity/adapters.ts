import type { Resource } from "@pulumi/pulumi";
import { inlineStack, type Config, type Program, type Stack } from "../support";
import { yamlStack, type YamlProgram } from "../plugin/support/yaml-stack";

/** A resource in a form that both kinds of program can be made of. A property `{ idOf: "pump" }` is the id of that resource. */
export interface Neutral {
  type: "Device" | "Service" | "Webhook";
  properties: Record<string, unknown>;
  ignoreChanges?: string[];
}

/** Resources by logical name; one that another refers to comes first. */
export type Declaration = Record<string, Neutral>;

/** A stack whose program is such a declaration. */
export interface NeutralStack extends Stack {
  declare(declaration: Declaration): void;
  urn(type: Neutral["type"], name: string): string;
}

type Open = (declaration: Declaration, config: Config) => Promise<NeutralStack>;

const URNS = "urn:pulumi:dev::scenario::";

const dynamic: Open = async (declaration, config) => {
  const stack = await inlineStack({ program: inlineProgram(declaration), config });
  return {
    ...stack,
    declare: (next) => stack.edit(inlineProgram(next)),
    urn: (type, name) => `${URNS}pulumi-nodejs:dynamic/remoteit:${type}::${name}`,
  };
};

const plugin: Open = async (declaration, config) => {
  const stack = await yamlStack(yamlProgram(declaration), { config });
  return {
    ...stack,
    declare: (next) => stack.edit(yamlProgram(next)),
    urn: (type, name) => `${URNS}remoteit:index:${type}::${name}`,
  };
};

export const adapters = { dynamic, plugin };

function inlineProgram(declaration: Declaration): Program {
  return ({ remoteit }) => {
    const made: Record<string, Resource & { id: unknown }> = {};
    for (const [name, { type, properties, ...options }] of Object.entries(declaration)) {
      const args = resolved(properties, (other) => made[other]?.id);
      made[name] = new remoteit[type](name, args as never, options);
    }
  };
}

function yamlProgram(declaration: Declaration): YamlProgram {
  const resources = Object.entries(declaration).map(([name, { type, properties, ...options }]) => [
    name,
    { type: `remoteit:${type}`, properties: resolved(properties, (other) => `\${${other}.id}`), options },
  ]);
  return { resources: Object.fromEntries(resources) as YamlProgram["resources"] };
}

function resolved(properties: Record<string, unknown>, idOf: (name: string) => unknown): Record<string, unknown> {
  const value = (given: unknown) =>
    typeof given === "object" && given !== null && "idOf" in given ? idOf((given as { idOf: string }).idOf) : given;
  return Object.fromEntries(Object.entries(properties).map(([name, given]) => [name, value(given)]));
}
