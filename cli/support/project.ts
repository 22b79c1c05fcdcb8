import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Files that make a folder, and those below it, a project of Pulumi. */
const NAMES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

/** The file of the project that a folder lies in. */
export function projectFileOf(folder: string): string | undefined {
  const here = resolve(folder);
  const file = NAMES.map((name) => join(here, name)).find((path) => existsSync(path));
  return file !== undefined || dirname(here) === here ? file : projectFileOf(dirname(here));
}

export interface Project {
  /** What runs its program: `nodejs`, `python`. */
  runtime?: string | undefined;
  /** Whether it names the plugin among its packages or plugins. */
  hasPlugin: boolean;
}

/** What the project of a folder says of its program. Of YAML this reads what it needs, and no more: a library for all of it is large. */
export function readProject(folder: string): Project {
  const file = projectFileOf(folder);
  const text = file === undefined ? "" : readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  return jsonProject(text) ?? yamlProject(text);
}

interface ProjectFile {
  runtime?: string | { name?: string };
  packages?: Record<string, unknown>;
  plugins?: { providers?: { name?: string }[] };
}

/** YAML that is JSON as well. */
function jsonProject(text: string): Project | undefined {
  try {
    const { runtime, packages = {}, plugins } = JSON.parse(text) as ProjectFile;
    const isAmongPlugins = plugins?.providers?.some(({ name }) => name === "remoteit") === true;
    return {
      runtime: typeof runtime === "string" ? runtime : runtime?.name,
      hasPlugin: isAmongPlugins || "remoteit" in packages,
    };
  } catch {
    return undefined;
  }
}

function yamlProject(text: string): Project {
  const runtime = section(text, "runtime");
  const [, name] = /^[ \t]*["']?([\w.-]+)["']?[ \t]*(?:#.*)?$/.exec(runtime.split("\n")[0] ?? "") ?? named.exec(runtime) ?? [];
  const isAmongPlugins = /\bname["']?\s*:\s*["']?remoteit\b/.test(section(text, "plugins"));
  const isPackage = /[\s{,]["']?remoteit["']?\s*:/.test(section(text, "packages"));
  return { runtime: name, hasPlugin: isAmongPlugins || isPackage };
}

const named = /[\s{,]["']?name["']?\s*:\s*["']?([\w.-]+)/;

/** What stands behind a key of the first level, up to the next one. */
function section(text: string, key: string): string {
  const [, found = ""] = new RegExp(`^["']?${key}["']?[ \\t]*:(.*(?:\\n(?:[ \\t-].*|#.*|))*)`, "m").exec(text) ?? [];
  return found;
}
