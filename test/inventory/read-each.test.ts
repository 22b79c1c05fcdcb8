import { GraphqlError, NotFoundError, RateLimitError, TransientError, ValidationError } from "../../provider/core/errors";
import type { ReadBatch } from "../../provider/inventory/batches";
import { readEach, readTogether } from "../../provider/inventory/read-each";

const about = { what: "Reading devices" };
const words = { ...about, why: "No.", remedy: "Again." };
const refusal = new GraphqlError({ ...words, errors: [{ message: "Cannot read a field." }] });

interface Item {
  id: string;
}

/** Reads what is asked for, but fails where it has one of these; with each request that was sent. */
function account(failing: readonly string[], error: Error = refusal, unknown: readonly string[] = []) {
  const asked: string[] = [];
  const totals: boolean[] = [];
  const read: ReadBatch<Item> = (ids, withTotal) => {
    asked.push(ids.join(" "));
    totals.push(withTotal);
    if (ids.some((id) => failing.includes(id))) return Promise.reject(error);
    const items = ids.filter((id) => !unknown.includes(id)).map((id) => ({ id: id.toUpperCase() }));
    return Promise.resolve({ accountId: "A", items, total: withTotal ? 7 : undefined });
  };
  return { read, asked, totals };
}

const some = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `x${index + from}`);

test("all come with one request, by ids in any case, and the number of devices where it is asked for", async () => {
  const { read, asked } = account([], refusal, ["c"]);
  const { accountId, total, found, failed } = await readEach(read, ["a", "b", "c"], true, about);
  expect([accountId, total, asked]).toEqual(["A", 7, ["a b c"]]);
  expect([...found]).toEqual([
    ["a", { id: "A" }],
    ["b", { id: "B" }],
  ]);
  expect(failed.size).toBe(0);
  expect((await readEach(read, ["a"], false, about)).total).toBeUndefined();
});

test.each([
  ["a refused field", refusal],
  ["a wrong argument", new ValidationError(words)],
  ["not found", new NotFoundError(words)],
  ["a server that failed at one record", new TransientError({ ...words, reached: "unknown", ofPart: true })],
])("%s is narrowed down by halves to the one that is to blame", async (_what, error) => {
  const { read, asked, totals } = account(["c"], error);
  const { found, failed, total } = await readEach(read, ["a", "b", "c", "d", "e"], true, about);
  expect(asked).toEqual(["a b c d e", "a b c", "a b", "c", "d e"]);
  expect(totals).toEqual([true, true, true, false, false]);
  expect([...found.keys()]).toEqual(["a", "b", "d", "e"]);
  expect([...failed]).toEqual([["c", error]]);
  expect(total).toBe(7);
});

test.each([
  ["a lost line", new TransientError({ ...words, reached: "unknown" })],
  ["too many requests", new RateLimitError(words)],
  ["an answer that is none", new GraphqlError({ ...words, errors: [] })],
  ["anything else", new Error("of ours")],
])("%s is nobody's fault: it fails at once", async (_what, error) => {
  const { read, asked } = account(["a"], error);
  await expect(readEach(read, ["a", "b"], false, about)).rejects.toBe(error);
  expect(asked).toEqual(["a b"]);
});

test("where three fail one by one and none succeeds, no other is asked for", async () => {
  const ids = some(64);
  const { read, asked } = account(ids);
  await expect(readEach(read, ids, false, about)).rejects.toBe(refusal);
  expect(asked.filter((request) => !request.includes(" "))).toHaveLength(3);
  expect(asked).toHaveLength(6 + 3 + 1);
});

test("where others can be read, twenty-five may fail one by one, and the rest is asked for part by part", async () => {
  const bad = some(40, 1);
  const { read, asked } = account(bad);
  const { found, failed } = await readEach(read, ["x0", ...bad, "y"], false, about);
  // After x25 each part that is left is asked for once, and not by halves.
  const rest = ["x26", some(5, 27).join(" "), [...some(9, 32), "y"].join(" ")];
  expect(asked.slice(asked.indexOf("x25"))).toEqual(["x25", ...rest]);
  expect(found.has("x0")).toBe(true);
  expect([...failed.keys()].filter((id) => bad.includes(id))).toEqual(bad);
});

test("who asks for all of them has those that could be read, and why the others could not", async () => {
  const { read } = account(["b"], refusal, ["c"]);
  const { accountId, items, failed } = await readTogether(read, ["a", "b", "c"], about);
  expect([accountId, items, [...failed.keys()]]).toEqual(["A", [{ id: "A" }], ["b"]]);
  await expect(readTogether(account(["a"]).read, ["a"], about)).rejects.toBe(refusal);
});
