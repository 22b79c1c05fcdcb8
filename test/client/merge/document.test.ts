import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { buildSchema, parse, print, validate } from "graphql";
import { mergedDocument, shapeOf } from "../../../provider/client/merge/document";
import { repository } from "../../engine/support";

const schema = buildSchema(readFileSync(join(repository, "api/schema.graphql"), "utf8"));

const rename = "mutation rename($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }";
const update = "mutation updateService($id: ID!, $port: Int) { one: updateService(id: $id, port: $port) { id services: id } }";
const clear = 'mutation clear { setNotificationSettings(notificationUrl: "") }';

test("mutations become one document, each with its own alias and variables", () => {
  const { text, variables } = mergedDocument([
    { text: rename, variables: { id: "80:01", name: "pump" } },
    { text: update, variables: { id: "80:02", port: undefined } },
    { text: clear, variables: {} },
  ]);
  expect(print(parse(text))).toBe(
    print(
      parse(`mutation setTogether($p0_id: String!, $p0_name: String!, $p1_id: ID!, $p1_port: Int) {
        p0: renameService(serviceId: $p0_id, name: $p0_name)
        p1: updateService(id: $p1_id, port: $p1_port) { id services: id }
        p2: setNotificationSettings(notificationUrl: "")
      }`),
    ),
  );
  expect(variables).toStrictEqual({ p0_id: "80:01", p0_name: "pump", p1_id: "80:02", p1_port: undefined });
  expect(shapeOf(update)).toMatchObject({ name: "updateService", field: "one" });
});

test("without variables there is no list of them", () => {
  expect(mergedDocument([{ text: clear, variables: {} }]).text).toMatch(/^mutation setTogether \{/);
});

test("whatever is merged is a document of the schema, and no value is lost or swapped", () => {
  const single = fc.oneof(
    fc.record({ text: fc.constant(rename), variables: fc.record({ id: fc.string(), name: fc.string() }) }),
    fc.record({
      text: fc.constant(update),
      variables: fc.record({ id: fc.string(), port: fc.integer() }, { requiredKeys: ["id"] }),
    }),
    fc.constant({ text: clear, variables: {} }),
  );
  fc.assert(
    fc.property(fc.array(single, { minLength: 1, maxLength: 40 }), (parts) => {
      const { text, variables } = mergedDocument(parts);
      expect(validate(schema, parse(text))).toEqual([]);
      const values = parts.flatMap((part, index) =>
        Object.entries(part.variables).map(([name, value]) => [`p${index}_${name}`, value]),
      );
      expect(variables).toStrictEqual(Object.fromEntries(values));
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["a query", "query a { login { id } }"],
  ["two fields", 'mutation a { renameService(serviceId: "", name: "") deleteDevice(deviceId: "") }'],
  ["two operations", `${clear} mutation b { logout }`],
  ["a fragment", "mutation a { ...F } fragment F on Mutation { logout }"],
])("%s is not merged: that is a mistake in the code that declares it", (_what, text) => {
  expect(() => shapeOf(text)).toThrow(TypeError);
});
