import { createHash } from "node:crypto";
import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import type { Report } from "../../../drift/report";
import { html } from "../../../drift/formats/html";
import { visible } from "../../../drift/formats/visible";
import { hostileReport } from "./hostile";
import { empty, large, reportOf, small, unmanaged, whole } from "./support";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: Node): Node[] => ("childNodes" in node ? node.childNodes : []);
const below = (node: Node): Node[] => childrenOf(node).flatMap((child) => [child, ...below(child)]);
const isElement = (node: Node): node is Element => "tagName" in node;
const textOf = (node: Node): string => ("value" in node ? node.value : childrenOf(node).map(textOf).join(""));

function elementsOf(report: Report): Element[] {
  const mistakes: string[] = [];
  const document = parse(whole(html(report)), { onParseError: ({ code }) => mistakes.push(code) });
  expect(mistakes).toEqual([]);
  return below(document).filter(isElement);
}

const named = (elements: Element[], tag: string) => elements.filter(({ tagName }) => tagName === tag);
const attribute = (element: Element | undefined, name: string) => element?.attrs.find((one) => one.name === name)?.value;

test("the page says what the report holds", () => {
  const text = elementsOf(small())
    .filter(({ tagName }) => tagName === "body")
    .map(textOf)
    .join("");
  for (const part of ["prod, staging", "10 findings, 24 in sync", "3 findings are hidden", "matches nothing any more", "93.9%"]) {
    expect(text).toContain(part);
  }
  for (const { id, name, remedy } of small().findings) for (const part of [id, name, remedy]) expect(text).toContain(part);
});

test("the policy lets nothing in but the page's own style and script", () => {
  const elements = elementsOf(small());
  const hash = (element?: Element) =>
    `'sha256-${createHash("sha256")
      .update(element ? textOf(element) : "")
      .digest("base64")}'`;
  const [style, script] = [named(elements, "style"), named(elements, "script")];
  expect([style.length, script.length]).toEqual([1, 1]);
  const policy = named(elements, "meta").find((meta) => attribute(meta, "http-equiv") === "Content-Security-Policy");
  expect(attribute(policy, "content")).toBe(
    `default-src 'none'; style-src ${hash(style[0])}; script-src ${hash(script[0])}; base-uri 'none'; form-action 'none'`,
  );
});

test("nothing in the page leads out of it", () => {
  const attributes = elementsOf(large(200)).flatMap(({ attrs }) => attrs);
  expect(attributes.filter(({ name, value }) => ["src", "href", "action"].includes(name) && !value.startsWith("#"))).toEqual([]);
  expect(attributes.filter(({ name }) => name === "style" || name.startsWith("on"))).toEqual([]);
});

test("an empty report has neither filter nor list", () => {
  const elements = elementsOf(empty());
  expect(named(elements, "form")).toEqual([]);
  expect(named(elements, "details")).toEqual([]);
});

test("50,000 findings are listed in part; the largest group leaves the others their place, and what is left out is counted", () => {
  const text = whole(html(large(50_000)));
  const listed = [...text.matchAll(/<tbody class="member">/g)].length;
  expect(listed).toBeGreaterThan(9000);
  expect(listed).toBeLessThanOrEqual(10_000);
  expect(text).toContain(`This page lists ${listed.toLocaleString("en")} of 50,000 findings. The report in JSON lists them all.`);
  const left = [...text.matchAll(/… and ([\d,]+) more like these/g)].map(([, count = ""]) => Number(count.replaceAll(",", "")));
  expect(left.reduce((sum, count) => sum + count, listed)).toBe(50_000);
  expect(text.length).toBeLessThan(4_000_000);
});

test("a page of ever other things stays a page", () => {
  const findings = Array.from({ length: 30_000 }, (_, index) => unmanaged(index, { type: `Type${index}` }));
  const text = whole(html(reportOf(findings)));
  expect(text).toContain("This page lists 2,000 of 30,000 findings.");
});

/** The elements and attributes of a page, without what is written in them. */
const shapeOf = (report: Report) =>
  elementsOf(report).map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "));

test("no name makes an element or an attribute", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const allowed = new Set(shapeOf(small()));
      const made = shapeOf(report).filter((shape) => !allowed.has(shape));
      expect(made).toEqual([]);
    }),
  );
});

test("names are read as they are called", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const texts = named(elementsOf(report), "bdi").map(textOf);
      for (const { name } of report.findings) expect(texts).toContain(visible(name) || "(no name)");
    }),
  );
});

test("of a great many stacks, a few are named and the rest counted", () => {
  const stacks = Array.from({ length: 300 }, (_, index) => `site-${index}`);
  const heading = named(elementsOf(reportOf([], [], { stacks })), "h1").map(textOf);
  expect(heading).toEqual(["site-0, site-1, site-2, site-3, site-4, site-5, site-6, site-7, 292 more"]);
});
