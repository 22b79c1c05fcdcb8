import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import type { Report } from "../../../drift/report";
import type { FormatOptions } from "../../../drift/formats/format";
import { junit } from "../../../drift/formats/junit";
import { hostileReport } from "./hostile";
import { empty, large, small, whole } from "./support";

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** The elements of a document in their order. Fails where it is not well-formed. */
function elementsOf(xml: string): Element[] {
  const [elements, open]: [Element[], Element[]] = [[], []];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const innermost = open.at(-1);
    if (innermost) innermost.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return elements;
}

const read = (report: Report, options?: FormatOptions) => elementsOf(whole(junit(report, options)));
const named = (elements: Element[], name: string) => elements.filter((element) => element.name === name);

test("the time of the comparison is shared by all that were compared", () => {
  const elements = read(small(), { seconds: 3.4 });
  const sum = (name: string) => named(elements, name).reduce((all, { attributes }) => all + Number(attributes["time"]), 0);
  expect(sum("testsuites")).toBe(3.4);
  for (const name of ["testsuite", "testcase"]) expect(sum(name)).toBeCloseTo(3.4, 5);
});

test("each resource is a test case of the suite of its stack and type", () => {
  const suites = named(read(small()), "testsuite").map(({ attributes }) => attributes);
  expect(suites).toEqual([
    { name: "prod.Device", tests: "22", failures: "6", errors: "0", skipped: "0", time: "0.000" },
    { name: "staging.Service", tests: "9", failures: "1", errors: "0", skipped: "0", time: "0.000" },
    { name: "unmanaged.Device", tests: "2", failures: "0", errors: "0", skipped: "2", time: "0.000" },
    { name: "staging.Device", tests: "1", failures: "0", errors: "0", skipped: "1", time: "0.000" },
  ]);
  expect(named(read(small()), "testsuites")[0]?.attributes).toEqual({
    name: "drift",
    tests: "34",
    failures: "7",
    errors: "0",
    time: "0.000",
  });
});

test("a failure says what changed, where, and what fixes it", () => {
  const failure = named(read(small()), "failure").at(-1);
  expect(failure?.attributes).toEqual({ type: "changed", message: "Changed: port: 22 → (none)" });
  expect(failure?.text).toBe(
    "urn:pulumi:staging::fleet::pulumi-nodejs:dynamic/remoteit:Service::ssh\nport\n  declared: 22\n  account:  none\nFix: pulumi up",
  );
});

test("what fails is what makes the run fail", () => {
  const types = (options?: FormatOptions) =>
    new Set(named(read(small(), options), "failure").map(({ attributes }) => attributes["type"]));
  expect(types()).toEqual(new Set(["changed", "missing"]));
  expect(types({ failOn: ["unmanaged", "not-checked"] })).toEqual(new Set(["unmanaged", "not-checked"]));
});

test("whatever things are called, the XML is well-formed and read as they are called, save for what XML cannot hold", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const cases = named(read(report), "testcase").map(({ attributes }) => attributes["name"]);
      const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
      const names = [...report.findings, ...report.inSync]
        .map(({ name, id }) => `${name} (${id})`)
        .filter((name) => !impossible.test(name));
      expect(cases).toHaveLength(report.findings.length + report.inSync.length);
      expect(cases).toEqual(expect.arrayContaining(names));
    }),
  );
});

const hasXmllint = spawnSync("xmllint", ["--version"]).error === undefined;

(hasXmllint ? test : test.skip).each([
  ["empty", empty()],
  ["small", small()],
  ["large", large()],
])("a report that is %s keeps the schema that test reports of pipelines share (needs xmllint)", (_name, report) => {
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", join(__dirname, "junit.xsd"), "-"], {
    input: whole(junit(report)),
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "- validates\n" });
});
