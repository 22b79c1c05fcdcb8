import fc from "fast-check";
import { playground, query, send } from "./support";

const ground = playground();

const LISTS = [
  "devices(size: $size, from: $from, after: $after) { total hasMore last items { id } }",
  "events(size: $size, from: $from, after: $after) { total hasMore last items { id } }",
];

const number = fc.constantFrom(undefined, null, 0, -1, 1, 1000, 1001, 2_147_483_647, -2_147_483_648, 1e10, 0.5);
const cursor = fc.oneof(
  fc.constantFrom(undefined, null, "", "x", "-1", "1e999", "constructor", "toString", "__proto__", "0".repeat(10_000)),
  fc.string(),
);

test("an absurd page is answered by a sentence or a page, and never by a crash", async () => {
  await ground.control.reset({ devices: 5 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LISTS), number, number, cursor, async (list, size, from, after) => {
      const text = `query($size: Int, $from: Int, $after: ID) { login { account { ${list} } } }`;
      const answer = await send(ground.sandbox, query(text, { size, from, after }));
      expect([200, 400]).toContain(answer.status);
      const { data, errors } = JSON.parse(answer.text) as { data?: unknown; errors?: { message: string }[] };
      if (!errors) return void expect(data).toMatchObject({ login: { account: {} } });
      for (const { message } of errors) expect(message).not.toMatch(/undefined|not a function|Cannot read|internal/i);
    }),
    { numRuns: 150 },
  );
});
