import { extname } from "node:path";
import type { StackState } from "../../drift";
import { type LanguageName, languages } from "../../drift/adopt";
import { ConfigurationError } from "../../provider/core/errors";
import { type Project, readProject } from "../support/project";

export interface AdoptOptions {
  cwd: string;
  /** A file, or standard output where it is true. */
  adoptCode?: string | true;
  adoptAs?: LanguageName;
}

/** What the program of a runtime is written in. */
const runtimes: Partial<Record<string, LanguageName>> = {
  nodejs: "typescript",
  bun: "typescript",
  python: "python",
  go: "go",
  yaml: "yaml",
};

const extensions: Partial<Record<string, LanguageName>> = {
  ".ts": "typescript",
  ".mts": "typescript",
  ".py": "python",
  ".go": "go",
  ".yaml": "yaml",
  ".yml": "yaml",
};

/**
 * What the program that adopts is written in: as it is asked for, by the name of its file, or as the project's own program is; TypeScript
 * where none of them says. In TypeScript it is for the adapter whose resources the stacks hold.
 *
 * @throws ConfigurationError where the project's own language is none of those that are written.
 */
export function adoptLanguage({ cwd, adoptCode, adoptAs }: AdoptOptions, stacks: readonly StackState[]): LanguageName {
  if (adoptAs) return adoptAs;
  const project = readProject(cwd);
  const { runtime = "nodejs" } = project;
  const language = extensions[extname(adoptCode === true ? "" : (adoptCode ?? "")).toLowerCase()] ?? runtimes[runtime];
  if (language === undefined) {
    throw new ConfigurationError({
      what: "Writing the program for",
      subject: `runtime ${runtime}`,
      why: "There is no such program in its language.",
      remedy: `Let Pulumi write one: --import-file FILE, and then \`pulumi import --file FILE\`. Or choose another with --adopt-as: ${Object.keys(languages).join(", ")}.`,
    });
  }
  return language === "typescript" && usesPlugin(stacks, project) ? "typescript-plugin" : language;
}

function usesPlugin(stacks: readonly StackState[], { runtime, hasPlugin }: Project): boolean {
  const urns = stacks.flatMap(({ resources }) => resources.map(({ urn }) => urn));
  if (urns.length === 0) return hasPlugin || runtime === "bun"; // which cannot run dynamic resources
  return urns.filter((urn) => urn.includes("remoteit:index:")).length * 2 > urns.length;
}
