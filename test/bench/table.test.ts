import type { Row } from "../../bench/support/measure";
import { exactly, sampleOf } from "../../bench/support/sample";
import { tableOf } from "../../bench/support/table";

const row = (ours: number, other: number, limit?: Row["limit"]): Row => ({
  name: "import",
  ours: exactly(ours),
  than: "no-op",
  other: exactly(other),
  unit: (value) => `${value} ms`,
  ...(limit && { limit }),
});
const lineOf = (one: Row) => tableOf([one]).split("\n").at(-1);

test("a ratio is within its limit up to the limit itself", () => {
  expect(lineOf(row(130, 100, { ratio: 1.3 }))).toBe("| import | 130 ms | no-op | 100 ms | 1.30 × | 1.30 × | yes |");
  expect(lineOf(row(131, 100, { ratio: 1.3 }))).toBe("| import | 131 ms | no-op | 100 ms | 1.31 × | 1.30 × | **no** |");
});

test("a value is held against its limit whatever the ratio", () => {
  expect(lineOf(row(300, 100, { value: 300 }))).toContain("| 300 ms | yes |");
  expect(lineOf(row(301, 10_000, { value: 300 }))).toContain("| 300 ms | **no** |");
});

test("a line without a limit judges nothing", () => {
  expect(lineOf(row(5, 1))).toBe("| import | 5 ms | no-op | 1 ms | 5.00 × |  |  |");
});

test("repeated runs show their median between the least and the most", () => {
  expect(sampleOf([10, 2, 9])).toEqual({ median: 9, min: 2, max: 10 });
  expect(sampleOf([10, 2])).toEqual({ median: 6, min: 2, max: 10 });
  expect(lineOf({ ...row(1, 1), ours: sampleOf([10, 2, 9]) })).toContain("| 9 ms (2 ms to 10 ms) |");
});
