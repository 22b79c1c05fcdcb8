import fc from "fast-check";
import { share } from "../../../drift/formats/html/groups";

const shown = (sizes: number[], each: number) => sizes.reduce((sum, size) => sum + Math.min(size, each), 0);

test("a large group leaves the small ones all of theirs", () => {
  expect(share([100_000, 10, 20], 100)).toBe(70);
  expect(share([100_000, 100_000, 10], 100)).toBe(45);
  expect(share([5, 5], 100)).toBe(Infinity);
  expect(share([], 100)).toBe(Infinity);
});

test("never more is shown than may be, and no more could be", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 2000 }),
      (sizes, most) => {
        const each = share(sizes, most);
        expect(shown(sizes, each)).toBeLessThanOrEqual(most);
        if (each !== Infinity) expect(shown(sizes, each + 1)).toBeGreaterThan(most);
      },
    ),
  );
});
