import { TypedDocumentString } from "../../api/generated/graphql";
import { createClient, createReadOnlyClient, defineMutation } from "../../provider/client";
import { type RemoteitError, TransientError, UnsupportedOperation } from "../../provider/core/errors";
import { json, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const about = { what: "Renaming device", subject: "pump" };
const query = new TypedDocumentString<object, object>("query both { login { id } account: login { id } }");
const change = defineMutation(new TypedDocumentString<object, object>("mutation both { one: x two: x }"), []);
const failed = { message: "Cannot read the rest", path: ["one", "name"] };

/** What comes of a document that is answered so, and what was logged. */
async function sent(document: typeof query | typeof change, answer: object) {
  const logged: string[] = [];
  server.answer = json(answer);
  const client = createClient(settingsFor(server.url), (level, text) => logged.push(`${level}: ${text}`));
  const outcome = await client.graphql(document, {}, about).catch((error: unknown) => error as RemoteitError);
  return { outcome, logged };
}

describe("a change that is answered with data and errors", () => {
  test("was carried out where each of its fields has a value: that part of the answer is missing is a warning", async () => {
    const data = { one: { id: "80:01", name: null }, two: true };
    const { outcome, logged } = await sent(change, { data, errors: [failed] });
    expect(outcome).toEqual(data);
    expect(logged).toEqual([
      "warning: Renaming device pump: it was carried out, but part of the answer is missing. GraphQL both was answered: Cannot read the rest.",
    ]);
  });

  test.each([
    ["null: it did not run", { one: true, two: null }],
    ["false: it was refused", { one: true, two: false }],
    ["the first one null", { one: null, two: true }],
  ])("failed where one of its fields is %s", async (_what, data) => {
    const { outcome, logged } = await sent(change, { data, errors: [failed] });
    expect(outcome).toBeInstanceOf(Error);
    expect((outcome as Error).message).toContain("Cannot read the rest");
    expect(logged).toEqual([]);
  });

  test.each([[null], [{}], [{ one: null, two: null }], [undefined]])("failed where its data is %j", async (data) => {
    expect((await sent(change, { data, errors: [failed] })).outcome).toBeInstanceOf(Error);
  });
});

test("a question is never answered by a part of its answer", async () => {
  const { outcome, logged } = await sent(query, { data: { login: { id: "1" }, account: { id: "1" } }, errors: [failed] });
  expect(outcome).toBeInstanceOf(Error);
  expect(logged).toEqual([]);
});

test.each([
  ["an error beside data", { login: { id: "1" }, account: null }, undefined, true],
  ["an error instead of all data", { login: null, account: null }, undefined, false],
  ["an error without data", null, ["login", "account", "device"], false],
  ["an error at an item of a list", null, ["login", "account", "device", 12, "tags"], true],
  ["an error at a whole item of a list", null, ["login", "account", "device", 3], true],
])("%s of a server that failed is of one record, or of all", async (_what, data, path, ofPart) => {
  const errors = [
    { message: "Somewhere else.", extensions: { code: "INTERNAL" } },
    { message: "Unexpected.", ...(path && { path }), extensions: { code: "INTERNAL_SERVER_ERROR" } },
  ];
  const { outcome } = await sent(query, { data, errors });
  expect(outcome).toBeInstanceOf(TransientError);
  expect(outcome).toMatchObject({ ofPart, reached: "unknown", remedy: "Run again in a while." });
});

test("whatever is not plainly a question changes the account: a client that only reads sends none of it", async () => {
  const client = createReadOnlyClient(settingsFor(server.url), () => undefined);
  for (const text of ["mutation { x }", "query a { login { id } } mutation b { x }", "fragment f on User { id }"]) {
    const sending = client.graphql(new TypedDocumentString(text), {}, about);
    await expect(sending).rejects.toBeInstanceOf(UnsupportedOperation);
  }
  await expect(client.graphql(new TypedDocumentString("mutation { x }"), {}, about)).rejects.toThrow(
    "Renaming device pump failed: GraphQL (unnamed) would change the account, and this client only reads. Nothing was sent. Make the change with `pulumi up`.",
  );
  expect(server.received).toEqual([]);
});
