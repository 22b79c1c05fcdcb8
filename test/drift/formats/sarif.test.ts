import Ajv from "ajv-draft-04";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import fc from "fast-check";
import type { Report } from "../../../drift/report";
import type { FormatOptions } from "../../../drift/formats/format";
import { sarif, SARIF_LIMIT } from "../../../drift/formats/sarif";
import { hostileReport } from "./hostile";
import { changed, empty, large, reportOf, small, whole } from "./support";

interface Result {
  level: string;
  message: { text: string };
  locations: {
    physicalLocation: { artifactLocation: { uri: string } };
    logicalLocations: { name: string; fullyQualifiedName: string }[];
  }[];
  partialFingerprints: Record<string, string>;
  properties: Record<string, unknown>;
}

interface Run {
  results: Result[];
  invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
}

const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

/** The one run of the report, after the official schema has seen it. */
function runOf(report: Report, options?: FormatOptions): Run {
  const log = JSON.parse(whole(sarif(report, options))) as { runs: [Run] };
  validate(log);
  expect(validate.errors).toBeNull();
  return log.runs[0];
}

test.each([
  ["empty", empty()],
  ["small", small()],
  ["large", large()],
])("a report that is %s keeps the schema of SARIF 2.1.0 and has a result for each finding", (_name, report) => {
  expect(runOf(report).results).toHaveLength(report.findings.length);
});

test("a result says what it is, where it is declared and what fixes it", () => {
  const result = runOf(small()).results[4];
  expect(result?.message.text).toBe(
    'Device sensor-0010 (80:00:00:00:01:00:00:0a): changed (name, tags, attributes\\["floor plan"\\]). Fix: pulumi up',
  );
  expect(result?.locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: "Pulumi.yaml" }, region: { startLine: 1 } },
      logicalLocations: [
        {
          name: "sensor-0010",
          fullyQualifiedName: "urn:pulumi:prod::fleet::pulumi-nodejs:dynamic/remoteit:Device::sensor-0010",
          kind: "resource",
        },
      ],
    },
  ]);
  expect(result?.properties["changes"]).toEqual(small().findings[4]?.changes);
});

test("what makes the run fail is an error, what is unknown a warning, the rest a note", () => {
  const levels = (options?: FormatOptions) => runOf(small(), options).results.map(({ level }) => level);
  expect(levels().slice(5)).toEqual(["error", "error", "note", "note", "warning"]);
  expect(levels({ failOn: ["unmanaged"] }).slice(5)).toEqual(["warning", "warning", "error", "error", "warning"]);
});

test("results point at the file that is named", () => {
  const uri = runOf(small(), { file: "infra/my fleet/Pulumi.yaml" }).results[0]?.locations[0]?.physicalLocation.artifactLocation
    .uri;
  expect(uri).toBe("infra/my%20fleet/Pulumi.yaml");
});

test("a finding is known again after its value has moved on, and no two share a fingerprint", () => {
  const prints = (actual: string) =>
    runOf(reportOf([1, 2].map((index) => changed(index, [{ path: "name", kind: "update", expected: "a", actual }])))).results.map(
      ({ partialFingerprints }) => partialFingerprints,
    );
  expect(prints("b")).toEqual(prints("c"));
  const every = runOf(large()).results.map(({ partialFingerprints }) => partialFingerprints);
  for (const key of ["finding/v1", "primaryLocationLineHash"]) {
    expect(new Set(every.map((print) => print[key])).size).toBe(every.length);
  }
});

test("more than a run may hold is left out, and said", () => {
  const { results, invocations } = runOf(large(SARIF_LIMIT + 10));
  expect(results).toHaveLength(SARIF_LIMIT);
  expect(invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
    "10 findings of 25,010 left out: a run takes 25,000. The report in JSON lists them all.",
  ]);
});

test("whatever things are called, a message holds no link and no placeholder, and the properties are as they were", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const { results } = runOf(report);
      for (const [index, { message, properties }] of results.entries()) {
        expect(message.text.replaceAll(/\\./g, "")).not.toMatch(/[[\]]|\p{Cc}/u);
        expect(message.text.replaceAll(/\{\{|\}\}/g, "")).not.toMatch(/[{}]/);
        const { name, id, changes = [] } = report.findings[index] ?? {};
        expect(properties).toMatchObject(JSON.parse(JSON.stringify({ name, id, changes })) as object);
      }
    }),
  );
});
