import { createMergeSize } from "../../../provider/client/merge/size";

/** Sizes that are sent, each once the one before has taken so many milliseconds; undefined where it did not go well. */
function sizes(...took: (number | undefined)[]): number[] {
  const size = createMergeSize();
  return took.map((one) => {
    const parts = size.next();
    size.sent(parts);
    size.over(parts, one);
    return parts;
  });
}

test("it begins with two and doubles while all goes well, to thirty-two", () => {
  expect(sizes(1, 1, 1, 1, 1, 1, 1)).toEqual([2, 4, 8, 16, 32, 32, 32]);
});

test("a size of which nothing came is tried again", () => {
  expect(sizes(1, undefined, undefined, 1, 1)).toEqual([2, 4, 4, 4, 8]);
});

test("it grows no more where a document takes long, and longer for being larger", () => {
  expect(sizes(300, 500, 900, 1700, 1700)).toEqual([2, 4, 8, 16, 16]);
  expect(sizes(1500, 1600, 1700, 1800, 1900)).toEqual([2, 4, 8, 16, 32]);
});

test("while a larger one is tried, nothing is sent; those of a size that was answered well go at once", () => {
  const size = createMergeSize();
  size.sent(2);
  expect(size.next()).toBe(0);
  size.over(2, 1);
  size.sent(2);
  expect(size.next()).toBe(4);
  size.sent(3);
  expect(size.next()).toBe(0);
  size.over(2, 1);
  expect(size.next()).toBe(0);
  size.over(3, 1);
  expect(size.next()).toBe(6);
});

test("once it is over, each goes out alone, whatever is still under way", () => {
  const size = createMergeSize();
  size.sent(2);
  size.stop();
  expect(size.next()).toBe(1);
  size.over(2, 1);
  expect(size.next()).toBe(1);
});
