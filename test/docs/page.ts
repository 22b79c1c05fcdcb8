import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";

export interface Block {
  /** `sh`, `ts`, … */
  language: string;
  text: string;
  /** The file that the page says it is: a line above it has its name alone, as `` `index.ts`: ``. */
  file?: string;
  /** The heading that it stands under. */
  section: string;
}

/** A page of the project. @param path - From the root: "docs/sandbox.md". */
export function page(path: string): string {
  return readFileSync(join(repository, path), "utf8");
}

const FENCE = /^## (?<heading>.*)$|(?:^`(?<file>[^`\n]+)`:\n\n)?^```(?<language>\w+)\n(?<text>[\s\S]*?)\n```$/gm;

/** What a page shows in fences, in order. */
export function blocksOf(markdown: string): Block[] {
  let section = "";
  return [...markdown.matchAll(FENCE)].flatMap(({ groups = {} }) => {
    const { heading, file, language = "", text = "" } = groups;
    if (heading !== undefined) section = heading;
    return heading === undefined ? [{ language, text, section, ...(file !== undefined && { file }) }] : [];
  });
}

/** Those under one heading. @throws Error where there are none: the page says something else by now. */
export function blocksUnder(markdown: string, section: string): Block[] {
  const blocks = blocksOf(markdown).filter((block) => block.section === section);
  if (blocks.length === 0) throw new Error(`No block stands under "${section}".`);
  return blocks;
}

/** Commands that stand within the text. */
export function inlineCommands(markdown: string, begin: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, "");
  return [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) => (code.startsWith(begin) ? [code] : []));
}
