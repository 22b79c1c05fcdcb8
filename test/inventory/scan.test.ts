import fc from "fast-check";
import { type Answer, PAGE_SIZE, scan } from "../../provider/inventory/scan";

interface Item {
  id: string;
}

/** A list as remote.it may serve it: in the order of ids, by cursor or by offset, changing between any two pages. */
class List {
  items: Item[];
  asked = 0;
  constructor(
    size: number,
    private readonly byCursor: boolean,
    private readonly firstOffset: 0 | 1,
    private readonly change: (list: List, page: number) => void = () => undefined,
  ) {
    this.items = Array.from({ length: size }, (_, index) => ({ id: id(index * 2) }));
  }

  fetch = ({ after, from = 0 }: { after?: string; from?: number }): Promise<Answer<Item>> => {
    this.asked += 1;
    this.change(this, this.asked);
    const start =
      after === undefined ? Math.max(0, from - this.firstOffset) : this.items.filter((item) => item.id <= after).length;
    const items = this.items.slice(start, start + PAGE_SIZE);
    const last = this.byCursor ? (items.at(-1)?.id ?? null) : null;
    return Promise.resolve({ total: this.items.length, hasMore: start + items.length < this.items.length, last, items });
  };
}

const id = (number: number) => String(number).padStart(8, "0");

async function idsOf(list: List): Promise<string[]> {
  const found: string[] = [];
  for await (const { items } of scan(list.fetch)) found.push(...items.map((item) => item.id));
  return found;
}

describe.each([true, false])("with a cursor: %s", (byCursor) => {
  describe.each([0, 1] as const)("where offsets count from %d", (firstOffset) => {
    test.each([
      [0, 1],
      [1, 1],
      [1000, 1],
      [5000, byCursor ? 5 : 6],
      [100_000, 101],
    ])("%d items are found once each, in %d requests", async (size, requests) => {
      const list = new List(size, byCursor, firstOffset);
      expect(await idsOf(list)).toEqual(list.items.map((item) => item.id));
      expect(list.asked).toBe(requests);
    });

    test("whatever comes and goes between pages, what was there all the time is found, and nothing twice", async () => {
      const change = fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        count: fc.integer({ min: 1, max: 700 }),
        adds: fc.boolean(),
      });
      const changes = fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 9000 }), changes, async (size, script) => {
          let fresh = 0;
          const gone = new Set<string>();
          const list = new List(size, byCursor, firstOffset, (current, page) => {
            for (const { at, count, adds } of script[page - 1] ?? []) {
              const place = Math.floor(at * current.items.length);
              if (adds) {
                const added = Array.from({ length: count }, () => ({
                  id: `${current.items[place]?.id ?? ""}-${String((fresh += 1)).padStart(6, "0")}`,
                }));
                current.items.splice(place + 1, 0, ...added);
                current.items.sort((one, other) => (one.id < other.id ? -1 : 1));
              } else for (const item of current.items.splice(place, count)) gone.add(item.id);
            }
          });
          const before = list.items.map((item) => item.id);
          const found = await idsOf(list);
          const stayed = before.filter((one) => !gone.has(one));
          const known = new Set(found);
          expect(known.size).toBe(found.length);
          expect(stayed.filter((one) => !known.has(one))).toEqual([]);
        }),
        { numRuns: 100 },
      );
    });
  });
});

test("a scan that ends short says so and is repeated; what keeps missing does not keep it for ever", async () => {
  const list = new List(1500, true, 0);
  const short: [number, number][] = [];
  const fetch = async (position: { after?: string; from?: number }) => ({ ...(await list.fetch(position)), total: 1600 });
  const found: string[] = [];
  for await (const { items } of scan(fetch, (...facts) => short.push(facts))) found.push(...items.map((item) => item.id));
  expect(found).toHaveLength(1500);
  expect(short).toEqual([
    [1500, 1600],
    [1500, 1600],
    [1500, 1600],
  ]);
});

test("a list that is left half-way asks for nothing more", async () => {
  const list = new List(3000, true, 0);
  for await (const { items } of scan(list.fetch)) if (items.length > 0) break;
  expect(list.asked).toBe(1);
});
