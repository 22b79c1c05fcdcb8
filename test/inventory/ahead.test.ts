import { createAhead } from "../../provider/inventory/ahead";
import type { Place, SizedPage } from "../../provider/inventory/page";

interface Item {
  id: string;
}

/** A list of so many items, of which a page gives so many; with the offsets that were asked for. */
function list(total: number, lengthAt: (from: number) => number = () => 1000) {
  const asked: number[] = [];
  const page = (from: number): SizedPage<Item> => {
    const length = Math.max(0, Math.min(lengthAt(from), total - from));
    return { total, size: 1000, items: Array.from({ length }, (_, index) => ({ id: `${from + index}` })) };
  };
  const ask = ({ from = 0 }: Place) => {
    asked.push(from);
    return Promise.resolve(page(from));
  };
  const reached = (from: number, more: Partial<SizedPage<Item>> = {}) => {
    const answer = { ...page(from), ...more };
    return { answer, end: from + answer.items.length };
  };
  return { ask, asked, reached };
}

const range = (answer: SizedPage<Item>, from: number) => `${from}-${from + answer.items.length}`;

test("twelve pages beside the one that is taken are asked for, each overlapping the one before by an item, up to the end", async () => {
  const { ask, asked, reached } = list(14_000);
  const ahead = createAhead(ask, true);
  const next = (end: number) => ahead.next({ ...reached(0), end }, range);
  expect(await next(1_000)).toBe("999-1999");
  expect(asked).toEqual(Array.from({ length: 13 }, (_, index) => 999 * (index + 1)));
  expect(await next(1_999)).toBe("1998-2998");
  expect(asked.slice(13)).toEqual([13_986]);
  for (let from = 2_997; from < 13_986; from += 999)
    expect(await next(from + 1)).toBe(`${from}-${Math.min(14_000, from + 1000)}`);
  expect(await next(13_987)).toBe("13986-14000");
  expect(await next(14_000)).toBeUndefined();
  expect(asked).toHaveLength(14);
});

test("eight are under way at once: each that comes leaves its place to another, until twelve wait for their turn", async () => {
  const { ask, asked, reached } = list(40_000);
  const answers: (() => void)[] = [];
  const gated = async (place: Place) => {
    const page = ask(place);
    await new Promise<void>((resolve) => answers.push(resolve));
    return page;
  };
  const taken = createAhead(gated, true).next(reached(0), range);
  expect(asked).toHaveLength(8);
  for (const answer of answers.slice(1, 4)) answer();
  await new Promise(setImmediate);
  expect(asked).toHaveLength(11);
  for (const answer of answers.slice(4)) answer();
  await new Promise(setImmediate);
  expect(asked).toHaveLength(13);
  answers[0]?.();
  expect(await taken).toBe("999-1999");
  expect(asked).toHaveLength(13);
});

test("nothing is asked for that would begin with the last item: it has been seen", async () => {
  const { ask, asked, reached } = list(5_995);
  const ahead = createAhead(ask, true);
  for (let end = 1_000; end <= 5_995; end += 999) await ahead.next({ ...reached(0), end }, range);
  expect(asked).toEqual([999, 1_998, 2_997, 3_996, 4_995]);
});

test.each([
  ["it may not", 7_000, {}, false, 0],
  ["pages are smaller than the largest, since the gateway gave up on one", 7_000, { size: 999 }, true, 0],
  ["a page holds a single item", 7_000, { items: [{ id: "0" }] }, true, 0],
  ["no more than one page is left", 2_000, {}, true, 0],
  ["more than one page is left, by an item", 2_001, {}, true, 2],
  ["pages hold two items, and many of them are left", 20, { items: [{ id: "0" }, { id: "1" }] }, true, 13],
])("where %s, %d items are left to the reader or asked for", async (_why, total, more, isAllowed, times) => {
  const { ask, asked, reached } = list(total);
  await createAhead(ask, isAllowed).next(reached(0, more), range);
  expect(asked).toHaveLength(times);
});

test("a page that begins beyond what was reached is left until the reader has filled the gap", async () => {
  const { ask, asked, reached } = list(20_000, (from) => (from === 999 ? 500 : 1000));
  const ahead = createAhead(ask, true);
  expect(await ahead.next(reached(0), range)).toBe("999-1499");
  expect(await ahead.next({ ...reached(0), end: 1_499 }, range)).toBeUndefined();
  // By then pages are taken to be as short as the last one.
  expect(asked.slice(12)).toEqual([12_987]);
  expect(await ahead.next({ ...reached(0), end: 1_998 }, range)).toBeUndefined();
  expect(await ahead.next({ ...reached(0), end: 1_999 }, range)).toBe("1998-2998");
  expect(await ahead.next({ ...reached(0), end: 2_998 }, range)).toBe("2997-3997");
  expect(asked.slice(13)).toEqual([13_986, 14_485]);
});

test("a page that was read already is passed over, one that reaches further by an item is not", async () => {
  const { ask, reached } = list(20_000);
  const ahead = createAhead(ask, true);
  await ahead.next(reached(0), range);
  expect(await ahead.next({ ...reached(0), end: 2_998 }, range)).toBe("2997-3997");
  expect(await ahead.next({ ...reached(0), end: 4_995 }, range)).toBe("3996-4996");
});

test("pages of one item go on by one", async () => {
  const { ask, asked, reached } = list(20_000, (from) => (from === 0 ? 1000 : 1));
  const ahead = createAhead(ask, true);
  expect(await ahead.next(reached(0), range)).toBeUndefined(); // 999-1000 was read, and 1998 lies beyond
  expect(asked).toEqual(Array.from({ length: 13 }, (_, index) => 999 * (index + 1)));
  expect(await ahead.next({ ...reached(0), end: 1_999 }, () => "taken")).toBeUndefined();
});

test("where a page does not join, the list has changed: nothing that was asked for is used, and nothing more is asked for", async () => {
  const { ask, asked, reached } = list(20_000);
  const ahead = createAhead(ask, true);
  expect(await ahead.next(reached(0), (): string | undefined => undefined)).toBeUndefined();
  for (const end of [1_999, 2_998]) expect(await ahead.next({ ...reached(0), end }, range)).toBeUndefined();
  expect(asked).toHaveLength(13);
});

test("a page that fails fails when it is its turn, and harms nobody where the reader stops before", async () => {
  const failing = new Error("no");
  const { ask, reached } = list(20_000);
  const ahead = createAhead<Item>((place) => (place.from === 1_998 ? Promise.reject(failing) : ask(place)), true);
  expect(await ahead.next(reached(0), range)).toBe("999-1999");
  await new Promise(setImmediate); // a rejection that nobody handles would end the process
  await expect(ahead.next({ ...reached(0), end: 1_999 }, range)).rejects.toBe(failing);
});
