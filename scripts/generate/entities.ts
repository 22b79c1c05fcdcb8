import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The index of the sandbox's entities: whatever lies in their folder.
 *
 * @param folder - Holds a file for each entity, or a folder with an index.
 */
export function entitiesIndex(folder: string): string {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() ? existsSync(join(folder, entry.name, "index.ts")) : entry.name.endsWith(".ts")))
    .map(({ name }) => name.replace(/\.ts$/, ""))
    .filter((name) => name !== "index")
    .sort();
  const variable = (name: string) => name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
  return `// Made by \`npm run generate\` from the files of this folder: a new one is an entity of the sandbox.
import type { Entity } from "../entity";
${names.map((name) => `import ${variable(name)} from "./${name}";`).join("\n")}

export const entities: readonly Entity[] = [
${names.map((name) => `  ${variable(name)},`).join("\n")}
];
`;
}
