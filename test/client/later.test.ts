import fc from "fast-check";
import { TypedDocumentString } from "../../api/generated/graphql";
import { createClient, defineMutation } from "../../provider/client";
import { GraphqlError } from "../../provider/core/errors";
import { json, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const about = { what: "Reading the account" };
const query = new TypedDocumentString<object, object>("query both { login { id } account: login { id } }");

const client = () => createClient(settingsFor(server.url), () => undefined);

/** Answers with these texts, in turn. */
function answersOf(...texts: string[]): void {
  server.answer = (_request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(texts[Math.min(server.received.length, texts.length) - 1]);
  };
}

test("an answer that is read later is the one that is read at once, and is asked for once", async () => {
  const { graphql, later } = client();
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (data) => {
      server.answer = json({ data });
      const before = server.received.length;
      const read = await later(query, {}, about);
      const found = await read();
      expect(server.received).toHaveLength(before + 1);
      expect(found).toEqual(await graphql(query, {}, about));
    }),
    { numRuns: 50 },
  );
  // A large one lies in memory of its own.
  server.answer = json({ data: { login: { id: "A".repeat(100_000) } } });
  const before = server.received.length;
  const read = await later(query, {}, about);
  expect(await read()).toEqual({ login: { id: "A".repeat(100_000) } });
  expect(server.received).toHaveLength(before + 1);
});

test("what is wrong with it is known before it is read", async () => {
  server.answer = json({ data: { login: null }, errors: [{ message: "Cannot read it" }] });
  await expect(client().later(query, {}, about)).rejects.toBeInstanceOf(GraphqlError);
});

test("what is no JSON after all, or was read before, is asked for again", async () => {
  const whole = JSON.stringify({ data: { login: { id: "A".repeat(10_000) } } });
  answersOf(whole.slice(0, -3), whole, whole);
  const read = await client().later(query, {}, about);
  expect(await read()).toEqual({ login: { id: "A".repeat(10_000) } });
  expect(server.received).toHaveLength(2);
  expect(await read()).toEqual({ login: { id: "A".repeat(10_000) } });
  expect(server.received).toHaveLength(3);
});

test("a change is made once, whenever its answer is read", async () => {
  const change = defineMutation(new TypedDocumentString<object, object>("mutation both { one: x two: x }"), []);
  answersOf(JSON.stringify({ data: { one: 1, two: 2 } }));
  const read = await client().later(change, {}, about);
  expect([await read(), await read()]).toEqual([
    { one: 1, two: 2 },
    { one: 1, two: 2 },
  ]);
  expect(server.received).toHaveLength(1);
});
