import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Manifest {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface InstalledPackage extends Manifest {
  /** Bytes of its files, without those of packages below it. */
  size: number;
}

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** Installs into a new folder, as a user does, and tells what then lies there. */
export function install(folder: string, args: string[]): InstalledPackage[] {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "user", private: true }));
  // What npm told the script that runs here is not meant for another folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("npm_")));
  const { status, stderr, error } = spawnSync(
    "npm",
    ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...args],
    { cwd: folder, env, encoding: "utf8", shell: process.platform === "win32" },
  );
  if (status !== 0) throw new Error(`npm install ${args.join(" ")} failed: ${error?.message ?? stderr}`);
  return packagesIn(folder);
}

function packagesIn(folder: string): InstalledPackage[] {
  const roots = globSync(["**/node_modules/*", "**/node_modules/@*/*"], { cwd: folder })
    .map((path) => join(folder, path))
    .filter((path) => existsSync(join(path, "package.json")));
  const packages = roots.map((root) => ({ ...manifestIn(root), size: sizeOf(root) }));
  return packages.sort((one, other) => one.name.localeCompare(other.name));
}

function sizeOf(root: string): number {
  const files = globSync("**", { cwd: root, withFileTypes: true, exclude: ({ name }) => name === "node_modules" });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
