import { GraphqlError, type RemoteitError, TransientError, ValidationError } from "../../provider/core/errors";
import { inBatches } from "../../provider/inventory/batches";
import { createPageSize } from "../../provider/inventory/page-size";
import { inParts } from "../../provider/inventory/parts";

const about = { what: "Reading devices" };
const words = { ...about, why: "No.", remedy: "Again." };
const refusal = new ValidationError(words);
const givenUp = new TransientError({ ...words, reached: "unknown" });
const ids = Array.from({ length: 400 }, (_, index) => `${index}`);

/** Takes no more than so many ids at once, and refuses others so. */
function account(most: () => number, error: RemoteitError = refusal) {
  const asked: number[] = [];
  const totals: boolean[] = [];
  const read = inParts<{ id: string }>(createPageSize(500), async (part, withTotal) => {
    await Promise.resolve();
    const named = part.next();
    expect(part.ids).toBe(named);
    asked.push(named.length);
    totals.push(withTotal);
    if (named.length > most()) throw error;
    return { accountId: "A", items: named.map((id) => ({ id })), total: withTotal ? 9 : undefined };
  });
  return { read, asked, totals };
}

test("ids that fit are asked for at once, and none at all is a question too: it tells whose account answers", async () => {
  const { read, asked } = account(() => 500);
  expect(await read(ids, true, about)).toEqual({ accountId: "A", total: 9, items: ids.map((id) => ({ id })) });
  expect(await read([], false, about)).toEqual({ accountId: "A", total: undefined, items: [] });
  expect(asked).toEqual([400, 0]);
});

test.each([
  ["a wrong argument", refusal],
  ["an error of GraphQL", new GraphqlError({ ...words, errors: [{ message: "Too many ids." }] })],
])("%s for many is asked again by halves, no later request names more, and the total is asked for once", async (_what, error) => {
  const { read, asked, totals } = account(() => 120, error);
  const { items, total } = await read(ids, true, about);
  expect(items.map(({ id }) => id)).toEqual(ids);
  expect(total).toBe(9);
  expect(asked).toEqual([400, 200, 100, 100, 100, 100]);
  expect(totals).toEqual([true, true, true, false, false, false]);
  await read(ids.slice(0, 150), false, about);
  expect(asked.slice(6)).toEqual([100, 50]);
});

test("what is refused down to fifty is not refused for its number, and the next request names as many as before", async () => {
  let most = 0;
  const { read, asked } = account(() => most);
  await expect(read(ids, false, about)).rejects.toBe(refusal);
  expect(asked).toEqual([400, 200, 100, 50]);
  most = 500;
  await read(ids, false, about);
  expect(asked.slice(4)).toEqual([400]);
});

test.each([
  ["a failure that passes", givenUp],
  ["an answer that is none", new GraphqlError({ ...words, errors: [] })],
])("%s is no refusal", async (_what, error) => {
  const { read, asked } = account(() => 0, error);
  await expect(read(ids, false, about)).rejects.toBe(error);
  expect(asked).toEqual([400]);
});

test("a part that the gateway gave up on is asked for again by half, and the next ones grow", async () => {
  const asked: string[] = [];
  let failures = 1;
  const read = inParts<{ id: string }>(createPageSize(500), (part) => {
    let named = part.next();
    asked.push(`${named[0] ?? ""}+${named.length}`);
    while (failures > 0) {
      failures -= 1;
      named = part.next(givenUp);
      asked.push(`${named[0] ?? ""}+${named.length}`);
    }
    return Promise.resolve({ accountId: "A", items: named.map((id) => ({ id })), total: undefined });
  });
  expect((await read(ids, false, about)).items.map(({ id }) => id)).toEqual(ids);
  expect(asked).toEqual(["0+400", "0+200", "200+200"]);
});

test("batches hold five hundred each, the last what is left", () => {
  const lengths = (count: number) => inBatches(Array.from({ length: count })).map(({ length }) => length);
  expect([0, 1, 500, 501, 1_000].map(lengths)).toEqual([[], [1], [500], [500, 1], [500, 500]]);
});
