import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { buildASTSchema, type DocumentNode, type FieldDefinitionNode, Kind, parse, validate, visit } from "graphql";
import { lacksOf } from "../../conformance";
import { beyond, has } from "../../conformance/schema/coordinates";
import { doneWithout } from "../../conformance/schema/differences";
import { ourOperations } from "../../conformance/schema/features";
import { knownSchema } from "../../conformance/schema/known";
import { optionalFields } from "../../provider/client";
import { repository } from "../engine/support";

const text = readFileSync(join(repository, "api/schema.graphql"), "utf8");
const whole = parse(text);
const operations = ourOperations();
const mayLack = new Set<string>([...optionalFields, ...Object.values(doneWithout).flat()]);

const schemaOf = (document: DocumentNode) => buildASTSchema(document, { assumeValid: true });

/** The schema with other words in it. */
const changed = (from: string, to: string) => {
  expect(text).toContain(from);
  return schemaOf(parse(text.replace(from, to)));
};

const lines = (schema: ReturnType<typeof schemaOf>) => lacksOf(schema).map(({ at, what }) => `${at} ${what}`);

/** Every field as Type.field and every argument as Type.field(argument:). */
function* coordinates(): Generator<string> {
  for (const type of whole.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const at = `${type.name.value}.${field.name.value}`;
      yield at;
      for (const argument of field.arguments ?? []) yield `${at}(${argument.name.value}:)`;
    }
  }
}

/** The schema with something done to the fields of its types. */
function eachField(work: (field: FieldDefinitionNode, at: string) => FieldDefinitionNode | undefined) {
  return schemaOf(
    visit(whole, {
      ObjectTypeDefinition: (type) => ({
        ...type,
        fields: (type.fields ?? []).flatMap((field) => work(field, `${type.name.value}.${field.name.value}`) ?? []),
      }),
    }),
  );
}

const without = (coordinate: string) =>
  eachField((field, at) =>
    at === coordinate
      ? undefined
      : { ...field, arguments: (field.arguments ?? []).filter(({ name }) => `${at}(${name.value}:)` !== coordinate) },
  );

test("our own schema lacks nothing, and holds nothing new", () => {
  expect(lacksOf(knownSchema())).toEqual([]);
  expect(beyond(knownSchema(), schemaOf(whole))).toEqual([]);
});

test("whatever is taken from the schema is told where one of our operations does not run without it, and only there", () => {
  const all = [...coordinates()].filter((coordinate) => !mayLack.has(coordinate));
  fc.assert(
    fc.property(fc.constantFrom(...all), (coordinate) => {
      const schema = without(coordinate);
      const isNeeded = operations.some(({ document }) => validate(schema, document).length > 0);
      expect(lines(schema)).toEqual(isNeeded ? [`${coordinate} is missing`] : []);
      expect(beyond(knownSchema(), schema)).toEqual([coordinate]);
    }),
    { numRuns: 30 },
  );
});

test.each([...mayLack])("%s is done without, and is no lack", (coordinate) => {
  expect(lacksOf(without(coordinate))).toEqual([]);
});

test("what may be null from now on is told, though every operation runs", () => {
  const schema = eachField((field, at) =>
    at === "Device.attributes" && field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field,
  );
  expect(operations.every(({ document }) => validate(schema, document).length === 0)).toBe(true);
  const [lack, ...others] = lacksOf(schema);
  expect(others).toEqual([]);
  expect(lack).toMatchObject({ at: "Device.attributes", what: "may be null: Object, no longer Object!" });
  expect(lack?.features).toEqual(expect.arrayContaining(["reading devices by id", "claiming a device"]));
});

test.each([
  [
    "another type of what is read",
    "  platform: Int\n  version: String # of the agent",
    "  platform: String\n  version: String",
    "Device.platform is String, no longer Int",
  ],
  [
    "another default of what is never sent",
    "deviceId: String!\n    force: Boolean! = false # 2024: what it overrides is unknown",
    "deviceId: String!\n    force: Boolean! = true",
    "Mutation.deleteDevice(force:) is true where it is left out, no longer false",
  ],
  [
    "an argument that must be given",
    "renameService(serviceId: String!, name: String!)",
    "renameService(serviceId: String!, name: String!, reason: String!)",
    "Mutation.renameService(reason:) must be given, and is not sent",
  ],
  [
    "another type of what is sent",
    "renameService(serviceId: String!, name: String!)",
    "renameService(serviceId: String!, name: ID!)",
    "Mutation.renameService(name:) takes ID!, and String! is sent",
  ],
  [
    "what may no longer be left out",
    "claimDevice(code: String!, accountId: String)",
    "claimDevice(code: String!, accountId: String!)",
    "Mutation.claimDevice(accountId:) takes String!, and String is sent",
  ],
])("%s is told", (_what, from, to, line) => {
  expect(lines(changed(from, to))).toEqual([line]);
});

test("IDs and texts are one to a reader, and what may be null may as well not be", () => {
  expect(lacksOf(changed("  hardwareId: String\n", "  hardwareId: ID!\n"))).toEqual([]);
});

test("news are the outermost of what is new", () => {
  const schema = changed("type Query {", "type Galaxy { stars(first: Int): Int }\ntype Query {\n  galaxy(name: String): Galaxy");
  expect(beyond(schema, knownSchema()).sort()).toEqual(["Galaxy", "Query.galaxy"]);
  expect(has(schema, "Query.galaxy(name:)")).toBe(true);
  expect(has(schema, "Nothing.at(all:)")).toBe(false);
});
