import description from "../../../package.json";
import { settingTable, type SettingEntry } from "../../../provider/client";
import { isKept, type Field, type Fields } from "../../../provider/core/field";
import type { Resource } from "../../../provider/core/resource";
import type { Reading } from "../../../provider/domains/functions";
import { isOptional, mayBeAbsent } from "../typescript";
import { languages } from "./languages";
import { settings } from "./settings";
import { createTypes, type Types } from "./types";

const repository = description.repository.url.replace(/^git\+|\.git$/g, "");

/** Pulumi's schema of the package, from the declarations of its resources, functions and settings. */
export function packageSchema(resources: readonly Resource<never>[], functions: Reading[]): unknown {
  const types = createTypes();
  const variables = Object.entries(settingTable) as [string, SettingEntry][];
  const schema = {
    name: "remoteit",
    displayName: "remote.it",
    version: description.version,
    description: description.description,
    keywords: ["pulumi", "remoteit", "category/network", "kind/native"],
    homepage: repository,
    license: description.license,
    repository,
    pluginDownloadURL: repository.replace("https://github.com/", "github://api.github.com/"),
    publisher: "pulumi-remoteit",
    language: languages(repository),
    config: { variables: settings(variables, "config") },
    provider: {
      description:
        "How to reach an account of remote.it. Each setting that is left out is taken from the environment, then from the profile in `~/.remoteit/credentials`.",
      inputProperties: settings(variables, "provider"),
    },
    resources: Object.fromEntries(resources.map((resource) => [token(resource.type), resourceSpec(resource, types)])),
    functions: Object.fromEntries(functions.map((reading) => [token(reading.name), functionSpec(reading, types)])),
  };
  return { ...schema, types: types.all() };
}

const token = (name: string) => `remoteit:index:${name}`;

function resourceSpec({ type, describe, inputs, outputs, filters }: Resource<never>, types: Types) {
  const kept = Object.fromEntries(Object.entries(inputs).filter(([, field]) => isKept(field)));
  const properties = { ...kept, ...outputs };
  return {
    description: describe,
    properties: specs(properties, types, "output"),
    required: Object.keys(properties).filter((name) => !mayBeAbsent(properties[name] as Field)),
    inputProperties: specs(inputs, types, "input"),
    requiredInputs: required(inputs),
    listInputs: {
      description: `Which resources of type ${type} to list.`,
      type: "object",
      properties: specs(filters, types, "input"),
    },
    // A program that used the dynamic resource keeps its thing when it goes over to the plugin.
    aliases: [{ type: `pulumi-nodejs:dynamic/remoteit:${type}` }],
  };
}

function functionSpec({ describe, args, result }: Reading, types: Types) {
  return {
    description: describe,
    inputs: { type: "object", properties: specs(args, types, "input"), required: required(args) },
    outputs: {
      type: "object",
      properties: specs(result, types, "output"),
      required: Object.keys(result).filter((name) => !mayBeAbsent(result[name] as Field)),
    },
  };
}

const required = (fields: Fields) => Object.keys(fields).filter((name) => !isOptional(fields[name] as Field));

function specs(fields: Fields, types: Types, io: "input" | "output") {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, spec(field, types, io)]));
}

/** Whether another value replaces the thing is decided by its diff, where case and notation do not count. */
function spec(field: Field, types: Types, io: "input" | "output") {
  const { secret, replaces, identity } = field.marks;
  return {
    ...types.of(field.schema, io),
    description: field.describe,
    ...(secret && { secret }),
    ...((replaces ?? identity) && { willReplaceOnChanges: true }),
  };
}
