import { createInvalidations } from "../../provider/inventory/invalidations";

const [device, other] = ["80:00:00:00:01:0A:00:01", "80:00:00:00:01:0A:00:02"];

test("what was read before a write is not believed, and what is read after it is", () => {
  const invalidations = createInvalidations();
  const before = invalidations.now();
  invalidations.touch({ ids: [device], collections: [] })({ isDoubtful: false });
  expect(invalidations.since(before, [device.toLowerCase()], [])).toBe(true);
  expect(invalidations.since(before, [other], [])).toBe(false);
  expect(invalidations.since(before, [other, device], [])).toBe(true);
  expect(invalidations.since(invalidations.now(), [device], [])).toBe(false);
});

test("a write that may still be carried out is doubted for good, whatever is written after it", () => {
  const invalidations = createInvalidations();
  invalidations.touch({ ids: [device], collections: [] })({ isDoubtful: true });
  invalidations.touch({ ids: [device, other], collections: [] })({ isDoubtful: false });
  expect(invalidations.since(invalidations.now(), [device], [])).toBe(true);
  expect(invalidations.since(invalidations.now(), [other], [])).toBe(false);
});

test("a collection that a change names is old as a whole, and the things of others are not", () => {
  const invalidations = createInvalidations();
  const began = invalidations.now();
  invalidations.touch({ ids: [], collections: ["tags"] })({ isDoubtful: false });
  expect(invalidations.since(began, [], ["tags"])).toBe(true);
  expect(invalidations.since(began, ["80:00:00:00:00:00:00:01"], ["devices"])).toBe(false);
  expect(invalidations.since(invalidations.now(), [], ["tags"])).toBe(false);
});
