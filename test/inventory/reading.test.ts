import {
  AuthenticationError,
  GraphqlError,
  NotFoundError,
  type RemoteitError,
  ValidationError,
} from "../../provider/core/errors";
import type { Place, SizedPage } from "../../provider/inventory/page";
import { readOnce } from "../../provider/inventory/reading";

interface Item {
  id: string;
}
type Answer = Partial<SizedPage<Item>> | RemoteitError;

const about = { what: "Listing devices" };
const failure = { what: "Listing devices", why: "no", remedy: "none" };
const items = (...ids: string[]): Item[] => ids.map((id) => ({ id }));

/** Reads a list once whose pages are these, in turn; with what was found and where it was asked for. */
async function read(answers: readonly Answer[], { takesOffsets = true, reading = 1 } = {}) {
  const asked: Place[] = [];
  const ask = (place: Place): Promise<SizedPage<Item>> => {
    const answer = answers[asked.length] ?? {};
    asked.push(place);
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({ total: 3, size: 1000, hasMore: false, last: null, items: [], ...answer });
  };
  const found: string[] = [];
  const list = { ask, about, takesOffsets: () => takesOffsets };
  for await (const page of readOnce(list, new Map(), reading)) found.push(...page.items.map(({ id }) => id));
  return { asked, found };
}

const first = { hasMore: true, last: "cursor", items: items("a", "b") };

test.each([
  ["is not valid any more", new ValidationError(failure)],
  ["is of an item that has gone", new NotFoundError(failure)],
  ["leads to an error of the query", new GraphqlError({ ...failure, errors: [] })],
])("where a cursor %s, the list is read on by offsets, from an item that is known", async (_what, refusal) => {
  expect(await read([first, refusal, { items: items("b", "c") }])).toEqual({
    asked: [{}, { after: "cursor" }, { from: 1 }],
    found: ["a", "b", "c"],
  });
});

test("a refusal is an error where the list takes no offsets", async () => {
  await expect(read([first, new NotFoundError(failure)], { takesOffsets: false })).rejects.toBeInstanceOf(NotFoundError);
});

test("what is no refusal of the cursor ends the reading", async () => {
  await expect(read([first, new AuthenticationError(failure), { items: items("b", "c") }])).rejects.toBeInstanceOf(
    AuthenticationError,
  );
});

test("a page by offset that does not begin with a known item leaves a gap: the reading steps back, ten times as far each time", async () => {
  const long = { total: 30, hasMore: true, last: null, items: items(...Array.from({ length: 20 }, (_, index) => `${index}`)) };
  const from10 = items(...Array.from({ length: 20 }, (_, index) => `${index + 10}`));
  const { asked, found } = await read([long, { total: 30, items: items("x", "y") }, { total: 30, items: from10 }]);
  expect(asked).toEqual([{}, { from: 19 }, { from: 10 }]);
  expect(found).toHaveLength(30);
});

test("a list that is read again overlaps by half a page", async () => {
  const page = { total: 6, hasMore: true, last: null, items: items("a", "b", "c", "d") };
  const { asked } = await read([page, { total: 6, items: items("c", "d", "e", "f") }], { reading: 2 });
  expect(asked).toEqual([{}, { from: 2 }]);
});
