import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { scripts } from "../../package.json";
import { repository } from "../engine/support";

/** Every page of the project. */
const examples = readdirSync(join(repository, "examples")).map((name) => `examples/${name}`);
const pages = [".", "api", "docs", "docs/decisions", "docs/reference", ...examples].flatMap((folder) =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

test.each(pages)("the links of %s lead somewhere", (page) => {
  const dead = linksOf(text(page)).filter((link) => !leadsSomewhere(page, link));
  expect(dead).toEqual([]);
});

test("every decision has a number of its own", () => {
  const numbers = pages.filter((page) => page.includes("decisions/")).map((page) => /\/(\d{4})-/.exec(page)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test.each(["README.md", "CONTRIBUTING.md"])("the npm scripts that %s names exist", (page) => {
  const named = [...text(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script);
  expect(named.filter((script) => !Object.keys(scripts).includes(script ?? ""))).toEqual([]);
});

test.each(["README.md", "CONTRIBUTING.md"])("the files that %s names exist", (page) => {
  const named = [...text(page).matchAll(/`((?:api|cli|docs|drift|examples|provider|sandbox|scripts|sdk|test)\/[\w./-]*)`/g)];
  const paths = named.map(([, path]) => path ?? "").filter((path) => !/\bx\b|thing/.test(path));
  expect(paths.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});

/** Targets of inline links; code is no prose. */
function linksOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? "").filter((target) => !/^https?:/.test(target));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : relative(repository, resolve(repository, dirname(page), path));
  if (!existsSync(join(repository, target))) return false;
  return anchor === undefined || headings(text(target)).includes(anchor);
}

function headings(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

function text(page: string): string {
  return readFileSync(join(repository, page), "utf8");
}
