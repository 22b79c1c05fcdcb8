import type { Resource } from "../../provider/core/resource";

type Registered = Pick<Resource<never>, "type" | "describe">;

const MADE = "// Made by `npm run generate` from the registry, provider/resources/index.ts.";

/** How the files of a kind are called, those that are written by hand and those that are made. */
export const fileOf = ({ type }: Pick<Registered, "type">): string => type.toLowerCase();

/** What state holds the path of. */
export function dynamicModule(kind: Registered): string {
  const file = fileOf(kind);
  return `${MADE}
import { ${file} } from "../resources/${file}";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: \`require("pulumi-remoteit/dynamic/${file}")\` is a public contract.
export = dynamicProvider(${file});
`;
}

/** The classes that a program imports. */
export function sdkResources(kinds: readonly Registered[]): string {
  return `${MADE}\n${kinds.map((kind) => `export { ${kind.type}, type ${kind.type}Args } from "./${fileOf(kind)}";`).join("\n")}\n`;
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
