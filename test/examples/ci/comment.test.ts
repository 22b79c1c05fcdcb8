import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { parseFragment } from "parse5";
import { repository } from "../../engine/support";
import { run, temporaryFolder } from "../../support/run";

/** The comment that ci/comment.sh makes of these files. */
async function comment(drift: string, preview: string): Promise<string> {
  const cwd = temporaryFolder({ "drift.md": drift, "preview.txt": preview });
  const { code, stdout, output } = await run("bash", [join(repository, "examples/ci/comment.sh")], { cwd });
  expect({ code, errors: output.replace(stdout, "") }).toEqual({ code: 0, errors: "" });
  return stdout;
}

const report = (findings: number) =>
  `## Drift of \`prod\`\n\n| | |\n| --- | ---: |\n| Changed | ${findings} |\n\n### Changed: so\n\n${"- `a` was `b`\n".repeat(findings)}`;

test("holds the report and the preview, and begins with the mark by which it is found again", async () => {
  const made = await comment(report(2), "Previewing update (prod)\n");
  expect(made).toMatch(/^<!-- remoteit -->\n## Drift of `prod`\n/);
  expect(made).toContain("- `a` was `b`");
  expect(made).toContain("<pre>\nPreviewing update (prod)\n\n</pre>");
});

test.each([
  ["a long report", report(4000), "short\n", "| Changed | 4000 |", "The findings have no room here"],
  ["a long preview", report(1), "<&>".repeat(100_000), "- `a` was `b`", "… the rest has no room here"],
  ["both", report(4000), "<&>".repeat(100_000), "| Changed | 4000 |", "… the rest has no room here"],
])("%s leaves the comment short enough, and it says what was left out", async (_name, drift, preview, kept, told) => {
  const made = await comment(drift, preview);
  expect(made.length).toBeLessThan(65_536);
  expect(made).toContain(kept);
  expect(made).toContain(told);
  expect(made).toMatch(/\n<\/pre>\n\n<\/details>\n$/);
});

test("names in the preview stay text, whatever they are", async () => {
  const hostile = "```\n</pre></details><script>alert(1)</script>\n\n# A title\n\n[here](http://example.com) <!--";
  const html = new MarkdownIt({ html: true }).render(await comment(report(1), hostile));
  const names: string[] = [];
  const visit = (node: object): void => {
    if ("nodeName" in node) names.push(String(node.nodeName));
    for (const child of "childNodes" in node ? (node.childNodes as object[]) : []) visit(child);
  };
  visit(parseFragment(html));
  expect(names).not.toEqual(expect.arrayContaining(["script"]));
  expect(names.filter((name) => name === "pre" || name === "a" || name === "h1")).toEqual(["pre"]);
  expect(html).toContain("&lt;script>alert(1)&lt;/script>");
});
