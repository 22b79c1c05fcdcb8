import fc from "fast-check";
import { operate } from "../../provider/client";
import { GraphqlError, TransientError } from "../../provider/core/errors";
import type { ListPage, Fetch } from "../../provider/inventory/page";
import { scan } from "../../provider/inventory/scan";
import { idsOf, List, type Paging, usual } from "./list";

const ids = (list: List) => list.items.map(({ id }) => id);

describe("whole lists of any size are found, each item once", () => {
  test.each<[size: number, requests: number, paging: Partial<Paging>]>([
    [0, 1, {}],
    [1, 1, {}],
    [1000, 1, {}],
    // Pages that are asked for at once overlap by an item, so that whatever changes meanwhile leaves no gap.
    [2000, 2, {}],
    [5000, 6, {}],
    [100_000, 101, {}],
    [5000, 6, { cursor: "none" }],
    [5000, 6, { cursor: "none", firstOffset: 1 }],
    [100_000, 101, { cursor: "none", firstOffset: 1 }],
    [1000, 1, { cursor: "none", saysMore: false }],
    // Without hasMore the end is certain once a page shows that nothing follows it.
    [1999, 3, { cursor: "none", saysMore: false }],
    [1999, 3, { cursor: "none", saysMore: false, firstOffset: 1 }],
    [5000, 7, { cursor: "none", saysMore: false }],
    // A server that gives 100, whatever is asked for, is read just so, eight pages at once.
    [5000, 51, { most: 100 }],
    [5000, 51, { most: 100, cursor: "none", firstOffset: 1 }],
    [5000, 52, { most: 100, cursor: "none", saysMore: false }],
  ])("%d in %d requests, with %j", async (size, requests, paging) => {
    const list = new List(size, { ...usual, ...paging });
    expect(await idsOf(list.fetch)).toEqual(ids(list));
    expect(list.asked).toBe(requests);
  });
});

const anyPaging: fc.Arbitrary<Paging> = fc.record({
  cursor: fc.constantFrom("none", "its-place", "refused", "first"),
  saysMore: fc.boolean(),
  firstOffset: fc.constantFrom(0, 1),
  most: fc.constantFrom(1000, 100, 7),
  atOnce: fc.constantFrom(1000, 999, 400, 60),
  shuffles: fc.constant(false),
});

const anyChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  count: fc.integer({ min: 1, max: 700 }),
  does: fc.constantFrom("adds", "brings", "removes"),
});

test("whatever comes and goes before any request, what was there all the time is found, and nothing twice", async () => {
  const changes = fc.array(fc.array(anyChange, { maxLength: 3 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      anyPaging,
      fc.integer({ min: 0, max: 9000 }),
      fc.constantFrom(1, 5),
      changes,
      async (paging, most, tie, script) => {
        const size = Math.floor(most / (1000 / paging.most));
        const list = new List(
          size,
          paging,
          (current, request) => {
            for (const { at, count, does } of script[request - 1] ?? []) {
              const place = Math.floor(at * current.items.length);
              if (does === "removes") current.remove(place, count);
              else for (let one = 0; one < count; one += 1) current.add(does === "brings" ? place * 2 : undefined);
            }
          },
          tie,
        );
        const before = ids(list);
        const found = await idsOf(list.fetch);
        const known = new Set(found);
        expect(known.size).toBe(found.length);
        expect(before.filter((one) => !list.gone.has(one) && !known.has(one))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

test("items that were made at one moment are found in whatever order they come", async () => {
  const paging = fc.record({
    cursor: fc.constantFrom("none", "its-place"),
    most: fc.constantFrom(1000, 100),
    saysMore: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(paging, fc.integer({ min: 1, max: 400 }), async (some, size) => {
      const list = new List(size, { ...usual, ...some, shuffles: true }, undefined, 7);
      expect(new Set(await idsOf(list.fetch))).toEqual(new Set(ids(list)));
    }),
    { numRuns: 60 },
  );
});

test("a reading that ends short says so and is repeated; what keeps missing does not keep it for ever", async () => {
  const list = new List(1500);
  const short: [number, number, boolean][] = [];
  const fetch: Fetch<{ id: string }> = async (position) => ({ ...(await list.fetch(position)), total: 1600 });
  const isShort = (...facts: [number, number, boolean]) => void short.push(facts);
  expect(await idsOf(fetch, { isShort })).toHaveLength(1500);
  expect(short).toEqual([
    [1500, 1600, true],
    [1500, 1600, true],
    [1500, 1600, false],
  ]);
});

test("a list that is left half-way asks for nothing more", async () => {
  const list = new List(9000);
  for await (const { items } of scan(list.fetch, { about: { what: "Read" } })) if (items.length > 0) break;
  expect(list.asked).toBe(1);
});

describe("pages that the gateway gives up on", () => {
  test.each([
    [600, [1000, 500, 1000, 500, 500, 1000, 500, 500, 500, 500, 1000, 500]],
    [60, [1000, 500, 250, 125, 62, 50, 100, 50]],
  ])("shrink to what it gives, here %d, and grow again in ever rarer attempts", async (atOnce, begin) => {
    const list = new List(20_000, { ...usual, atOnce });
    expect(await idsOf(list.fetch, { takesOffsets: () => false })).toEqual(ids(list));
    // 124 is more than 60: after 62 came, 124 is tried once, then after 2, 4, 8 pages …
    expect(list.sizes.slice(0, begin.length)).toEqual(begin);
    expect(list.tried - list.asked).toBeLessThan(20);
  });

  test("are of full size again when it recovers", async () => {
    const list = new List(9000, { ...usual, atOnce: 200 }, ({ paging }, request) => {
      if (request === 5) paging.atOnce = 1000;
    });
    expect(await idsOf(list.fetch)).toEqual(ids(list));
    expect(list.sizes.at(-1)).toBe(1000);
  });

  test("are read several at once all the same, without a gap", async () => {
    const list = new List(9000, { ...usual, cursor: "none" }, ({ paging }, request) => {
      paging.atOnce = [1000, 300, 100, 700, 1000][request % 5] ?? 1000;
    });
    expect(await idsOf(list.fetch)).toEqual(ids(list));
  });
});

describe("a list that stands still", () => {
  const says = "does not move on";
  const item = { id: "80:00:00:00:00:00:00:01" };
  const always = (answer: ListPage<{ id: string }>) => {
    const list: { asked: number; fetch: Fetch<{ id: string }> } = {
      asked: 0,
      fetch: () => {
        list.asked += 1;
        return Promise.resolve(answer);
      },
    };
    return list;
  };
  const many = Array.from({ length: 1000 }, (_, index) => ({ id: String(index) }));

  test.each<[string, ListPage<{ id: string }>]>([
    ["shows one item", { total: 2000, hasMore: true, last: "c1", items: [item] }],
    ["shows one item without a cursor", { total: 2000, hasMore: true, items: [item] }],
    ["shows a page", { total: 2000, hasMore: true, last: "999", items: many }],
    ["shows a page without a cursor", { total: 2000, hasMore: true, items: many }],
    ["shows a page of a large list", { total: 90_000, hasMore: true, last: "999", items: many }],
    ["shows a page and does not say whether there is more", { total: 2000, items: many }],
    ["shows nothing and says that there is more", { total: 2000, hasMore: true, items: [] }],
  ])("is an error that says so, where it always %s", async (_what, answer) => {
    const list = always(answer);
    const error: unknown = await idsOf(list.fetch).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraphqlError);
    expect((error as GraphqlError).message).toContain(says);
    expect(list.asked).toBeLessThan(15);
  });

  test("is one too where only cursors are taken", async () => {
    const list = always({ total: 2000, hasMore: true, last: "c1", items: [item] });
    await expect(idsOf(list.fetch, { takesOffsets: () => false })).rejects.toThrow(says);
    expect(list.asked).toBe(2);
  });

  test("is one too where it shows nothing more after some pages", async () => {
    const list = new List(3000);
    const fetch: Fetch<{ id: string }> = async (position) => {
      const answer = await list.fetch(position);
      return list.asked < 3 ? answer : { total: 3000, hasMore: true, last: null, items: [] };
    };
    await expect(idsOf(fetch)).rejects.toThrow(says);
    expect(list.asked).toBeLessThan(15);
  });
});

test("a scan ends when the time of its operation is over", async () => {
  const list = new List(50_000);
  const fetch: Fetch<{ id: string }> = async (position) => {
    const answer = await list.fetch(position);
    if (list.asked >= 2) jest.spyOn(performance, "now").mockReturnValue(performance.now() + 10_000);
    return answer;
  };
  const scanning = operate(() => idsOf(fetch), { seconds: 5 });
  await expect(scanning).rejects.toBeInstanceOf(TransientError);
  await expect(scanning).rejects.toThrow("The time of this operation was over");
  jest.restoreAllMocks();
  expect(list.asked).toBeLessThan(11);
});

test("eight pages are under way at once from the second on, and no more", async () => {
  const list = new List(20_000);
  let [underWay, most] = [0, 0];
  const fetch: Fetch<{ id: string }> = async (position) => {
    most = Math.max(most, (underWay += 1));
    await new Promise(setImmediate);
    underWay -= 1;
    return list.fetch(position);
  };
  expect(await idsOf(fetch)).toEqual(ids(list));
  expect(most).toBe(8);
});

test("whatever a server says of its pages, a scan comes to an end", async () => {
  const absurd = fc.constantFrom(0, -1, 1, 7, 1e9, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY);
  const cursor = fc.constantFrom(undefined, null, "", "constructor", "__proto__", "9".repeat(1_000), "0");
  const page = fc.record({
    total: absurd,
    hasMore: fc.constantFrom(true, false, undefined),
    last: cursor,
    items: fc.array(fc.record({ id: fc.constantFrom("a", "b", "__proto__", "constructor", "toString") }), { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 6 }), fc.boolean(), async (pages, takesOffsets) => {
      let asked = 0;
      const fetch: Fetch<{ id: string }> = ({ size }) => {
        size();
        asked += 1;
        return Promise.resolve(pages[Math.min(asked, pages.length) - 1] as ListPage<{ id: string }>);
      };
      const found = await idsOf(fetch, { takesOffsets: () => takesOffsets }).catch((error: unknown) => {
        if (!(error instanceof GraphqlError)) throw error;
        return [];
      });
      expect(new Set(found).size).toBe(found.length);
      expect(asked).toBeLessThan(200);
    }),
    { numRuns: 1_000 },
  );
});
