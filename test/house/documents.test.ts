import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isNonNullType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import * as ours from "../../api/generated/graphql";
import * as questions from "../../conformance/generated/graphql";
import { repository } from "../engine/support";

const schema = buildSchema(readFileSync(join(repository, "api/schema.graphql"), "utf8"));

/**
 * Variables that may be null where the schema has a value of its own for what is left out, and refuses null (api/README.md, I):
 * each as "operation.argument". A variable that is not nullable cannot be null in TypeScript either.
 */
function nullableAtDefaults(text: string): string[] {
  const document = parse(text);
  const nullable = new Set<string>();
  const found: string[] = [];
  let operation = "";
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (node) => {
        operation = node.name?.value ?? "";
        for (const { variable, type } of node.variableDefinitions ?? [])
          if (type.kind !== Kind.NON_NULL_TYPE) nullable.add(variable.name.value);
      },
      Variable: ({ name }, key) => {
        if (key !== "value") return;
        const type = types.getInputType();
        if (isNonNullType(type) && types.getDefaultValue() !== undefined && nullable.has(name.value))
          found.push(`${operation}.${name.value}`);
      },
    }),
  );
  return found;
}

test("no document can send null where the schema has a value of its own for what is left out", () => {
  const texts = [...Object.values(ours), ...Object.values(questions)]
    .filter((document) => document instanceof ours.TypedDocumentString || document instanceof questions.TypedDocumentString)
    .map(String);
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.flatMap(nullableAtDefaults)).toEqual([]);
});

test.each([
  ["query q($s: String) { login { devices(sort: $s) { total } } }", ["q.s"]],
  ['query q($s: String! = "name") { login { devices(sort: $s) { total } } }', []],
  ["query q($s: String!) { login { devices(sort: $s) { total } } }", []],
  ["query q($n: Int) { login { devices(size: $n) { total } } }", []],
  ["mutation q($id: String!, $f: Boolean) { deleteDevice(deviceId: $id, force: $f) }", ["q.f"]],
  ["mutation q($id: String!, $ip: String) { connect(serviceId: $id, hostIP: $ip) { id } }", ["q.ip"]],
  ["query q($o: ListOperator) { login { devices(tag: { operator: $o, values: [] }) { total } } }", ["q.o"]],
])("%s has %j", (text, found) => {
  expect(nullableAtDefaults(text)).toEqual(found);
});
