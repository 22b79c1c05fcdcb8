import { globSync } from "node:fs";
import { join } from "node:path";
import type { Resource } from "../../provider/core/resource";

const root = join(__dirname, "../..");

type Registered = Pick<Resource<never>, "type" | "describe">;

const MADE = "// Made by `npm run generate` from the registry, provider/domains/index.ts.";

/** How the files of a kind are called, those that are written by hand and those that are made: `network-connection`. */
export const fileOf = ({ type }: Pick<Registered, "type">): string => type.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase();

/** Its name in the registry: `networkConnection`. */
export const nameOf = ({ type }: Pick<Registered, "type">): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}`;

/** The file that declares it. @throws Error where no domain has one of that name. */
export function sourceOf(kind: Pick<Registered, "type">): string {
  const [path] = globSync(`provider/domains/*/${fileOf(kind)}.ts`, { cwd: root });
  if (path === undefined) throw new Error(`No file provider/domains/*/${fileOf(kind)}.ts declares ${kind.type}.`);
  return path;
}

/** What state holds the path of. */
export function dynamicModule(kind: Registered): string {
  const file = fileOf(kind);
  const source = `../${sourceOf(kind).replace(/^provider\/|\.ts$/g, "")}`;
  return `${MADE}
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: \`require("pulumi-remoteit/dynamic/${file}")\` is a public contract.
export = onDemand(() => {
  const { ${nameOf(kind)} } = require("${source}") as typeof import("${source}");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(${nameOf(kind)});
});
`;
}

/** The classes that a program imports. */
export function sdkResources(kinds: readonly Registered[]): string {
  return `${MADE}\n${kinds.map((kind) => `export { ${kind.type} } from "./${fileOf(kind)}";\nexport type { ${kind.type}Args } from "./${fileOf(kind)}";`).join("\n")}\n`;
}

/** package.json with one export for each dynamic module. */
export function packageWithExports(text: string, kinds: readonly Registered[]): string {
  const json = JSON.parse(text) as { exports: Record<string, unknown> };
  const modules = kinds.map((kind) => [`./dynamic/${fileOf(kind)}`, `./dist/provider/dynamic/${fileOf(kind)}.js`]);
  const exported = Object.entries(json.exports).flatMap(([subpath, target]) => {
    if (subpath === ".") return [[subpath, target], ...modules];
    return subpath.startsWith("./dynamic/") ? [] : [[subpath, target]];
  });
  return JSON.stringify({ ...json, exports: Object.fromEntries(exported) as unknown }, undefined, 2);
}

const HEAD = "| resource | what it is | reference |\n| --- | --- | --- |\n";

/** The README with one line for each kind in the table of resources: the first sentence of what describes it. */
export function readmeWithResources(text: string, kinds: readonly Registered[]): string {
  const start = text.indexOf(HEAD);
  const end = text.indexOf("\n\n", start);
  if (start === -1) throw new Error("README.md has no table of resources.");
  const rows = kinds.map((kind) => {
    const [sentence = ""] = kind.describe.split(/(?<=\.)\s/);
    return `| \`${kind.type}\` | ${sentence} | [${fileOf(kind)}](docs/reference/${fileOf(kind)}.md) |`;
  });
  return `${text.slice(0, start)}${HEAD}${rows.join("\n")}${text.slice(end)}`;
}
