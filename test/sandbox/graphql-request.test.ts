import { playground, query, send } from "./support";

const ground = playground();

interface Answer {
  data?: { login: { id: string } };
  errors?: { message: string; extensions?: unknown }[];
}

async function post(body: string, headers: Record<string, string> = {}): Promise<{ status: number; answer: Answer }> {
  const { status, text } = await send(ground.sandbox, { method: "POST", body, headers });
  return { status, answer: JSON.parse(text) as Answer };
}

const text = "query Mine($id: String) { login { account(id: $id) { id } } }";
const mine = { data: { login: { account: {} } } };

describe("is answered", () => {
  test.each([
    ["a name of the operation that is null", { query: text, operationName: null, variables: null }],
    ["a name that is empty", { query: text, operationName: "" }],
    ["a name that fits nothing, where there is one operation", { query: text, operationName: "Other" }],
    ["variables as text, as stored requests have them", { query: text, variables: '{ "id": null }' }],
    ["variables that are empty text", { query: text, variables: "" }],
    ["keys beside those of GraphQL", { query: text, extensions: {}, id: 3 }],
  ])("%s", async (_what, content) => {
    expect(await post(JSON.stringify(content))).toMatchObject({ status: 200, answer: mine });
  });

  test.each(["text/plain;charset=UTF-8", "application/json; charset=utf-8", "application/graphql", "application/graphql+json"])(
    "JSON as %s",
    async (type) => {
      expect(await post(JSON.stringify({ query: text }), { "content-type": type })).toMatchObject({ status: 200, answer: mine });
    },
  );

  test("the bare query as application/graphql", async () => {
    expect(await post(text, { "content-type": "application/graphql" })).toMatchObject({ status: 200, answer: mine });
  });

  test("the named one of several operations", async () => {
    const several = `${text} query Other { version }`;
    const { answer } = await post(JSON.stringify({ query: several, operationName: "Mine" }));
    expect(answer).toMatchObject(mine);
    expect((await ground.control.requests()).byOperation).toEqual({ "graphql:Mine": 1 });
  });
});

describe("is an error under status 200, without extensions", () => {
  test.each([
    ["a syntax error", { query: "{ login {" }, "Syntax Error"],
    ["a field that there is not", { query: "{ login { nothing } }" }, 'Cannot query field "nothing" on type "User".'],
    ["an argument that there is not", { query: "{ login(x: 1) { id } }" }, 'Unknown argument "x"'],
    ["a type that there is not", { query: "query($x: Nothing) { login { id } }" }, 'Unknown type "Nothing"'],
    ["a variable that is missing", { query: "query($x: String!) { login { network(id: $x) { id } } }" }, "was not provided"],
    ["a variable of the wrong type", { query: text, variables: { id: [3] } }, "got invalid value"],
    [
      "several operations, none of them named",
      { query: "query A { version } query B { version }" },
      "Must provide operation name",
    ],
    [
      "several operations, another named",
      { query: "query A { version } query B { version }", operationName: "C" },
      "Unknown operation",
    ],
    ["a refusal", { query: '{ login { network(id: "x") { id } } }' }, "not found"],
  ])("%s", async (_what, content, message) => {
    const { status, answer } = await post(JSON.stringify(content));
    expect(status).toBe(200);
    expect(answer.errors?.[0]?.message).toContain(message);
    expect(answer.errors?.[0]).not.toHaveProperty("extensions");
  });
});

test.each([
  ["no JSON", "hello", "The body must be JSON"],
  ["nothing", "", "The body must be JSON"],
  ["a batch", JSON.stringify([query(text)]), "one JSON object"],
  ["no query", "{}", "Must provide query string"],
  ["variables that are a list", JSON.stringify({ query: text, variables: [1] }), "variables must be a JSON object"],
  ["variables that are no JSON", JSON.stringify({ query: text, variables: "id: 1" }), "The variables must be a JSON object"],
])("a body of %s is refused with the reason", async (_what, body, message) => {
  const { status, answer } = await post(body);
  expect([status, answer.errors?.[0]?.message]).toEqual([400, expect.stringContaining(message)]);
});
