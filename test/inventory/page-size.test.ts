import { GraphqlError, TransientError } from "../../provider/core/errors";
import { createPageSize, type PageSize } from "../../provider/inventory/page-size";

const words = { what: "Read", why: "No.", remedy: "Again." };
const givenUp = new TransientError({ ...words, reached: "unknown" });
const notSent = new TransientError({ ...words, reached: "no" });
const refusal = new GraphqlError({ ...words, errors: [] });

/** The sizes of so many pages that all come at the first try. */
const sizes = (size: PageSize, pages: number): number[] =>
  Array.from({ length: pages }, () => {
    const asking = size.ask();
    const asked = asking.size();
    asking.came();
    return asked;
  });

/** The sizes that one page is asked for with, failing so often before it comes. */
function failing(size: PageSize, times: number, error = givenUp): number[] {
  const asking = size.ask();
  const asked = [asking.size(), ...Array.from({ length: times }, () => asking.size(error))];
  asking.came();
  return asked;
}

test("a page that the gateway gives up on is asked for by halves, and never for fewer than fifty", () => {
  expect(failing(createPageSize(), 6)).toEqual([1000, 500, 250, 125, 62, 50, 50]);
  expect(failing(createPageSize(50), 1)).toEqual([50, 50]);
});

test("what did not arrive, or was refused, makes no page smaller", () => {
  expect(failing(createPageSize(), 1, notSent)).toEqual([1000, 1000]);
  const asking = createPageSize().ask();
  expect([asking.size(), asking.size(refusal)]).toEqual([1000, 1000]);
});

test("pages grow again as they come, up to the largest", () => {
  const size = createPageSize();
  expect(failing(size, 2)).toEqual([1000, 500, 250]);
  expect(sizes(size, 3)).toEqual([500, 1000, 1000]);
  const odd = createPageSize(500);
  expect(failing(odd, 3)).toEqual([500, 250, 125, 62]);
  expect(sizes(odd, 4)).toEqual([124, 248, 496, 500]);
});

test("each time that growing fails, twice as many pages have to come before the next attempt, up to sixty-four", () => {
  const size = createPageSize(100);
  const waits: number[] = [];
  failing(size, 1); // and one has come at 50: the next is larger
  for (let attempt = 0; attempt < 9; attempt += 1) {
    expect(failing(size, 1)).toEqual([100, 50]);
    let wait = 1;
    for (; size.ask().size() === 50; wait += 1) sizes(size, 1);
    waits.push(wait);
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 64, 64, 64]);
});

test("a failure at the smaller size begins the count anew, and is no failure of growing", () => {
  const size = createPageSize(200);
  failing(size, 1);
  expect(failing(size, 1)).toEqual([200, 100]);
  expect(failing(size, 1)).toEqual([100, 50]);
  // Two have to come, the one at 50 included.
  expect(sizes(size, 2)).toEqual([50, 100]);
});

test("pages that were under way together fail together, and count once", () => {
  const size = createPageSize();
  const [one, other] = [size.ask(), size.ask()];
  expect([one.size(), other.size()]).toEqual([1000, 1000]);
  expect([one.size(givenUp), other.size(givenUp)]).toEqual([500, 500]);
});

test("a page that was asked for before it shrank says nothing of the larger size", () => {
  const size = createPageSize();
  const [late, failed] = [size.ask(), size.ask()];
  expect([late.size(), failed.size(), failed.size(givenUp)]).toEqual([1000, 1000, 500]);
  const small = size.ask(40);
  small.size();
  small.came(); // fewer than a page: it would have come in any case
  expect(size.ask().size()).toBe(500);
  late.came();
  expect(size.ask().size()).toBe(1000);
});

test("what was refused for its number is never asked for again, until that is taken back", () => {
  const size = createPageSize();
  const takeBack = size.keep();
  const asking = size.ask(800);
  expect(asking.size()).toBe(800);
  expect(asking.refused()).toBe(true);
  expect(sizes(size, 2)).toEqual([400, 400]);
  expect(asking.size()).toBe(400);
  expect(asking.refused()).toBe(true);
  expect(asking.size()).toBe(200);
  takeBack();
  expect(size.ask().size()).toBe(1000);
});

test("a refusal of fifty or fewer is not for their number", () => {
  const size = createPageSize();
  for (const count of [50, 1]) {
    const few = size.ask(count);
    expect(few.size()).toBe(count);
    expect(few.refused()).toBe(false);
  }
  expect(size.ask().size()).toBe(1000);
});

test("a size that had shrunk before stays so where a refusal is taken back that there was not", () => {
  const size = createPageSize();
  const takeBack = size.keep();
  const asking = size.ask();
  expect([asking.size(), asking.size(givenUp)]).toEqual([1000, 500]);
  takeBack();
  expect(size.ask().size()).toBe(500);
  const many = size.ask(900);
  many.size();
  expect(many.refused()).toBe(true);
  expect(size.ask().size()).toBe(250);
});

test("a refusal of a page asked for long ago does not widen what is known since", () => {
  const size = createPageSize();
  const early = size.ask();
  early.size();
  const second = size.ask(200);
  second.size();
  expect(second.refused()).toBe(true);
  expect(early.refused()).toBe(true);
  expect(size.ask().size()).toBe(100);
});
