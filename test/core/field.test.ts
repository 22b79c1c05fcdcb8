import { z } from "zod";
import { fieldsOf, sameValue, field } from "../../provider/core/field";

test("the properties of a shape are fields, each with its own description", () => {
  const [name, size] = [z.string().describe("The name."), z.number()];
  expect(fieldsOf(z.object({ name, size }))).toEqual({
    name: { schema: name, describe: "The name.", marks: {} },
    size: { schema: size, describe: "", marks: {} },
  });
});

test("values mean the same where they are deeply equal, or where their field says so", () => {
  expect(sameValue(field(z.unknown(), ""), { a: [1] }, { a: [1] })).toBe(true);
  expect(sameValue(field(z.unknown(), ""), { a: [1] }, { a: [2] })).toBe(false);
  const told: unknown[] = [];
  const same = (...given: unknown[]) => told.push(given) > 0;
  expect(sameValue(field(z.unknown(), "", { same }), 1, 2)).toBe(true);
  expect(sameValue(field(z.unknown(), "", { same }), 1, 2, { known: true })).toBe(true);
  expect(told).toEqual([
    [1, 2, {}],
    [1, 2, { known: true }],
  ]);
});
