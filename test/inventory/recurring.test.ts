import { createRecurring } from "../../provider/inventory/recurring";

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `id-${from + index}`);

test("where ids come again, those that came last may come next", () => {
  const recurring = createRecurring();
  for (const id of [...ids(40), ...ids(10)]) recurring.note(id);
  const besides = recurring.besides(["ID-3"]);
  expect(besides).toHaveLength(32);
  expect(besides).toEqual(expect.arrayContaining([...ids(3), ...ids(6, 4), "id-39"]));
  expect(besides).not.toContain("id-3");
  recurring.forget("ID-39");
  expect(recurring.besides([])).not.toContain("id-39");
});

test("where each id comes once, nothing tells what comes next", () => {
  const recurring = createRecurring();
  for (const id of [...ids(100), "id-1"]) recurring.note(id);
  expect(recurring.besides([])).toEqual([]);
});
