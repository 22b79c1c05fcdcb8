import { readdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { page } from "./page";

const pages = readdirSync(join(repository, "docs/reference")).map((name) => `docs/reference/${name}`);
const defined = [...page("docs/reference/functions.md").matchAll(/^### (\w+)$/gm)].map(([, name]) => name);

/** The types that the second column of a page's tables names: those of TypeScript itself are no names of ours. */
function typesNamedIn(markdown: string): string[] {
  const cells = [...markdown.matchAll(/^\| `[\w?]+` \| `(.*?[^\\])` \|/gm)].map(([, cell = ""]) =>
    cell.replaceAll(/"[^"]*"/g, ""),
  );
  return [...new Set(cells.flatMap((cell) => cell.match(/\b[A-Z]\w*/g) ?? []))].filter((name) => name !== "Record");
}

test.each(pages)("%s names no type that is defined nowhere", (path) => {
  expect(typesNamedIn(page(path)).filter((name) => !defined.includes(name))).toEqual([]);
});

test("the page of functions names those of lists", () => {
  expect(typesNamedIn(page("docs/reference/functions.md"))).toEqual(expect.arrayContaining(["DeviceInfo", "ServiceInfo"]));
});
