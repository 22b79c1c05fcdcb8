import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

export const repository = resolve(__dirname, "../../..");

/** The package and Pulumi's SDK as a program of a user loads them. */
export interface Installed {
  remoteit: typeof import("../../../sdk");
  pulumi: typeof import("@pulumi/pulumi");
}

let folder: string | undefined;

/** A folder with the packed package under node_modules (see scripts/lib/consumer.mjs); asked once per test file. */
export function consumer(): string {
  folder ??= execFileSync(process.execPath, [join(repository, "scripts/consumer.mjs")], { encoding: "utf8" }).trim();
  return folder;
}

/**
 * What a program has to import: the packed copy, and the SDK beside it. Not the sources and not the repository's own
 * SDK, whose resources the copy would not know.
 */
export function installed(): Installed {
  const require = createRequire(join(consumer(), "index.js"));
  return {
    remoteit: require("pulumi-remoteit") as Installed["remoteit"],
    pulumi: require("@pulumi/pulumi") as Installed["pulumi"],
  };
}

/** An empty folder that resolves modules as a user's project does. */
export function projectFolder(): string {
  const projects = join(consumer(), "projects");
  mkdirSync(projects, { recursive: true });
  return mkdtempSync(join(projects, "p-"));
}
