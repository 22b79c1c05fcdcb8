import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { formats } from "../../../drift/formats";
import { COMMENT_LIMIT, markdown, STEP_SUMMARY_LIMIT } from "../../../drift/formats/markdown";
import { visible } from "../../../drift/formats/visible";
import { hostileReport } from "./hostile";
import { changed, large, managed, reportOf, small, whole } from "./support";

const renderer = new MarkdownIt({ html: true, linkify: true });
type Token = ReturnType<typeof renderer.parse>[number];

/** The tokens of a text, those within others after them. */
function tokensOf(text: string): Token[] {
  return renderer.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

const comment = (report: Parameters<typeof markdown>[0]) => whole(markdown(report, COMMENT_LIMIT));

test("the counts are a table, what happened a paragraph each, its members folded", () => {
  const text = comment(small());
  expect(text).toContain("| Changed | 6 |\n| Missing | 1 |\n");
  expect(text).toContain(
    '**4 ×** `Device`\n\n- `attributes.color`: `"red" → "blue"`\n- Fix: `pulumi up`\n\n<details><summary>All 4</summary>\n\n',
  );
  expect(text).toContain("- `sensor-0000` `80:00:00:00:01:00:00:00` in `prod`\n");
  expect(renderer.render(text)).toContain("<table>");
});

test("what is hidden or doubtful is said", () => {
  expect(comment(small())).toContain("- `3 findings are hidden by ignore rules or the baseline.`\n- `Warning: The ignore rule");
});

/** As many kinds of change as there are devices, all of them with long names. */
const varied = (size: number) =>
  reportOf(
    Array.from({ length: size }, (_, index) =>
      changed(
        index,
        [{ path: `attributes.${"本".repeat(50)}${index}`, kind: "update", expected: "a".repeat(500), actual: "📷".repeat(500) }],
        {
          name: "📷".repeat(100),
          type: `Type${index}`,
        },
      ),
    ),
  );

test.each([
  ["5,000 findings", large()],
  ["5,000 kinds of findings", varied(5000)],
  ["1,000 stacks with long names", reportOf([changed(1, [])], [], { stacks: Array<string>(1000).fill("`".repeat(500)) })],
  ["1,000 warnings", reportOf([], [managed(1)], { warnings: Array<string>(1000).fill("w".repeat(5000)) })],
  ["a remedy without end", reportOf([{ ...changed(1, []), remedy: "x\n".repeat(100_000) }])],
  [
    "1,000 changes of one device",
    reportOf([
      changed(
        1,
        Array.from({ length: 1000 }, (_, i) => ({ path: `p${i}`, kind: "add", actual: "y".repeat(900) })),
      ),
    ]),
  ],
])("%s fit into a comment", (_name, report) => {
  const text = comment(report);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(COMMENT_LIMIT);
  expect(text).toContain("| Coverage |");
});

test("what does not fit is counted: what is shown and what is not are all there is", () => {
  const text = comment(varied(5000));
  const [, findings = "", groups = ""] = /\*\*([\d,]+) other findings\*\* \(([\d,]+) groups\) do not fit here/.exec(text) ?? [];
  const shown = [...text.matchAll(/^\*\*1 ×\*\*/gm)].length;
  expect(shown).toBeGreaterThan(50);
  expect(Number(findings.replaceAll(",", "")) + shown).toBe(5000);
  expect(groups).toBe(findings);
});

test("a step summary has more room", () => {
  const rest = whole(formats.github.write(varied(5000), { limit: 40_000 }));
  expect(Buffer.byteLength(rest)).toBeLessThanOrEqual(40_000);
  const summary = whole(markdown(varied(5000), STEP_SUMMARY_LIMIT));
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(STEP_SUMMARY_LIMIT);
  expect(summary.length).toBeGreaterThan(5 * COMMENT_LIMIT);
});

test("no name becomes a link, an image, HTML, a mention or a heading", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const tokens = tokensOf(comment(report));
      const types = new Set(tokens.map(({ type }) => type));
      for (const type of ["link_open", "image", "html_inline", "fence", "code_block", "blockquote_open", "hr"])
        expect(types).not.toContain(type);
      const html = tokens.filter(({ type }) => type === "html_block").map(({ content }) => content.trim());
      for (const block of html) expect(block).toMatch(/^(<details><summary>All \d<\/summary>|<\/details>)$/);
      const prose = tokens
        .filter(({ type }) => type === "text")
        .map(({ content }) => content)
        .join("\n");
      expect(prose).not.toMatch(/[@#<>`~]|:\w+:|evil/);
    }),
  );
});

test("names are read as they are called", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const code = tokensOf(comment(report))
        .filter(({ type }) => type === "code_inline")
        .map(({ content }) => content);
      for (const { name } of report.findings) expect(code).toContain(visible(name, 100) || " ");
    }),
  );
});
