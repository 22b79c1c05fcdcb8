import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { claimed, playground, query, run, send } from "./support";

// The assumed world lacks registerDevice and its like; this one lacks nothing.
const ground = playground({ world: { "register-device": "offered" } });

interface Answer {
  data?: unknown;
  errors?: { message: string }[];
}

const ask = async (text: string): Promise<Answer> => JSON.parse((await send(ground.sandbox, query(text))).text) as Answer;

/** The schema as a tool reads it before it offers to complete a query. */
async function introspect(): Promise<GraphQLSchema> {
  const options = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true };
  const answer = await ask(getIntrospectionQuery(options));
  expect(answer.errors).toBeUndefined();
  return buildClientSchema(answer.data as IntrospectionQuery);
}

/** An account that holds one of everything that the sandbox models. */
async function fill(): Promise<void> {
  const { control, sandbox } = ground;
  const id = await claimed(control, { services: [{ name: "ssh", application: 28 }] });
  const { login } = await run<{ login: { devices: { items: { services: { id: string }[] }[] } } }>(
    control,
    "{ login { devices { items { services { id } } } } }",
  );
  const service = login.devices.items[0]?.services[0]?.id;
  await run(control, 'mutation($id: [String!]!) { addTag(serviceId: $id, name: "a") }', { id });
  await run(control, "mutation($id: String!) { connect(serviceId: $id) { id } }", { id: service });
  await control.agentState(id, "offline");
  const other = await control.account();
  await control.member({ accountId: other.accountId, of: sandbox.accountId });
  await control.member({ accountId: sandbox.accountId, of: other.accountId });
}

/** Asks for every field below a type that needs no argument, and goes on with what these answer. */
async function walk(schema: GraphQLSchema): Promise<{ walked: string[]; problems: string[] }> {
  const walked = new Map<string, string>([["User", "{ login { @ } }"]]);
  const problems: string[] = [];
  for (const [name, around] of walked) {
    const type = schema.getType(name) as GraphQLObjectType;
    for (const field of Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument))) {
      const text = around.replace("@", `${field.name} ${isLeafType(getNamedType(field.type)) ? "" : "{ __typename }"}`);
      const answer = await ask(text);
      const messages = (answer.errors ?? []).map(({ message }) => message);
      problems.push(
        ...messages
          .filter((message) => !message.endsWith(" is not modelled by the sandbox."))
          .map((message) => `${text}: ${message}`),
      );
      for (const [found, next] of below(field, schema, JSON.stringify(answer.data))) {
        if (!walked.has(found)) walked.set(found, around.replace("@", next));
      }
    }
  }
  return { walked: [...walked.keys()].sort(), problems };
}

/** The object types that a field has answered, each with what asks for its fields. */
function below(field: GraphQLField<unknown, unknown>, schema: GraphQLSchema, answer: string): [string, string][] {
  const type = getNamedType(field.type);
  const found = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return found
    .filter(({ name }) => answer.includes(`"__typename":"${name}"`))
    .map(({ name }) => [name, `${field.name} { ... on ${name} { @ } }`]);
}

/** A value that fits the type, as a literal. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map((field) => `${field.name}: ${literal(field.type)}`);
    return `{ ${fields.join(", ")} }`;
  }
  return { Int: "1", Float: "1", Boolean: "true", DateTime: '"2024-01-01"', Object: "{ a: 1 }" }[type.name] ?? '"x"';
}

test("introspection tells the whole schema, also to tools that ask for its newest parts", async () => {
  const whole = buildSchema(readFileSync(join(__dirname, "../../api/schema.graphql"), "utf8"));
  expect(printSchema(lexicographicSortSchema(await introspect()))).toBe(printSchema(lexicographicSortSchema(whole)));
});

test("every field of the account answers: with data, or that it is not modelled", async () => {
  await fill();
  const { walked, problems } = await walk(await introspect());
  expect(problems).toEqual([]);
  expect(walked).toEqual(
    expect.arrayContaining(
      "AccessKey AccountInfo ApplicationType ConnectedApps CustomRole Device DeviceInfo DeviceStateEvent DeviceTag License Limit NotificationSettings Organization OrganizationMember PaginatedJobResponse Plan Service ServiceEndpoint ServiceReference Session SessionEndpoint Tag TimeSeries".split(
        " ",
      ),
    ),
  );
});

test("every mutation answers, whatever it is given of what it takes: with data, a refusal, or that it is not modelled", async () => {
  const fields = Object.values((await introspect()).getMutationType()?.getFields() ?? {});
  const problems: string[] = [];
  for (const { name, args, type } of fields) {
    for (const given of [args, args.filter(isRequiredArgument)]) {
      const list = given.map((argument) => `${argument.name}: ${literal(argument.type)}`).join(", ");
      const { errors } = await ask(
        `mutation { ${name}${list && `(${list})`} ${isLeafType(getNamedType(type)) ? "" : "{ __typename }"} }`,
      );
      const isOurs = ({ message }: { message: string }) =>
        /^(Cannot|Unknown|Field|Expected|Syntax)|undefined|not a function/.test(message);
      problems.push(...(errors ?? []).filter(isOurs).map(({ message }) => `${name}(${list}): ${message}`));
    }
  }
  expect(problems).toEqual([]);
});
