import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { projectFolder, repository } from "./consumer";
import { openStack, type Stack, type StackOptions } from "./stack";

/** A copy of an example's files below a folder that holds the packed package. What its own install would bring, and its tests, stay. */
export function copyExample(name: string, to: string): string {
  const left = new Set(["node_modules", "home", "state"]);
  const filter = (path: string) => !left.has(basename(path)) && !path.endsWith(".test.ts");
  cpSync(join(repository, "examples", name), to, { recursive: true, filter });
  return to;
}

/**
 * An example as its reader runs it: the real CLI, the example's own Pulumi.yaml and tsconfig.json, types checked. The
 * project file is that of `project`, the repository's root or the example's folder.
 */
export async function exampleStack(name: string, project: "root" | "example", options: StackOptions): Promise<Stack> {
  const folder = projectFolder();
  if (project === "example") copyExample(name, folder);
  else {
    mkdirSync(join(folder, "examples"));
    copyExample(name, join(folder, "examples", name));
    copyFileSync(join(repository, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
  }
  return openStack(folder, options, (args, run) => run(args));
}
