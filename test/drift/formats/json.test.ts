import Ajv from "ajv/dist/2020";
import fc from "fast-check";
import schema from "../../../docs/drift-report.schema.json";
import type { Report } from "../../../drift/report";
import { json } from "../../../drift/formats/json";
import { hostileReport } from "./hostile";
import { empty, large, small, whole } from "./support";

const ajv = new Ajv({ allErrors: true });
const validate = ajv.compile(schema);

function parsed(report: Report): Record<string, unknown> {
  const read = JSON.parse(whole(json(report))) as Record<string, unknown>;
  validate(read);
  expect(validate.errors).toBeNull();
  return read;
}

test.each([
  ["empty", empty()],
  ["small", small()],
  ["large", large()],
])("the JSON of a report that is %s is what the schema says, and holds all but what is in sync", (_name, report) => {
  const { inSync: _left, ...rest } = report;
  expect(parsed(report)).toEqual({ formatVersion: 1, ...rest });
});

test("whatever things are called, the JSON is read as it was", () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const { inSync: _left, ...rest } = report;
      expect(parsed(report)).toEqual(JSON.parse(JSON.stringify({ formatVersion: 1, ...rest })));
      expect(whole(json(report))).not.toContain("##");
    }),
  );
});

test("a finding has a line of its own, so that reports can be compared line by line", () => {
  const lines = whole(json(small()))
    .split("\n")
    .filter((line) => line.startsWith('    {"status"'));
  expect(lines.map((line) => (JSON.parse(line.replace(/,$/, "")) as { id: string }).id)).toEqual(
    small().findings.map(({ id }) => id),
  );
});

test("no piece holds more than a finding", () => {
  const longest = Math.max(...Array.from(json(large()), ({ length }) => length));
  expect(longest).toBeLessThan(600);
});

test("the schema knows a report that is none", () => {
  const report = { ...JSON.parse(whole(json(small()))), extra: 1 } as Record<string, unknown>;
  expect(validate(report)).toBe(false);
  expect(validate({ ...report, extra: undefined, findings: [{ status: "lost" }] })).toBe(false);
});
