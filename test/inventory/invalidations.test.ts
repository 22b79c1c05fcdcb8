import { createInvalidations } from "../../provider/inventory/invalidations";

const [device, other] = ["80:00:00:00:01:0A:00:01", "80:00:00:00:01:0A:00:02"];

test("what was read before a write is not believed, and what is read after it is", () => {
  const invalidations = createInvalidations();
  const before = invalidations.now();
  invalidations.touch({ ids: [device], collections: [] })({ isDoubtful: false, effects: [] });
  expect(invalidations.since(before, [device.toLowerCase()], [])).toBe(true);
  expect(invalidations.since(before, [other], [])).toBe(false);
  expect(invalidations.since(before, [other, device], [])).toBe(true);
  expect(invalidations.since(invalidations.now(), [device], [])).toBe(false);
});

test("a write that may still be carried out is doubted for good, whatever is written after it", () => {
  const invalidations = createInvalidations();
  invalidations.touch({ ids: [device], collections: [] })({ isDoubtful: true, effects: [] });
  invalidations.touch({ ids: [device, other], collections: [] })({ isDoubtful: false, effects: [] });
  expect(invalidations.since(invalidations.now(), [device], [])).toBe(true);
  expect(invalidations.since(invalidations.now(), [other], [])).toBe(false);
});

test("a collection that a change names is old as a whole, and the things of others are not", () => {
  const invalidations = createInvalidations();
  const began = invalidations.now();
  invalidations.touch({ ids: [], collections: ["tags"] })({ isDoubtful: false, effects: [] });
  expect(invalidations.since(began, [], ["tags"])).toBe(true);
  expect(invalidations.since(began, ["80:00:00:00:00:00:00:01"], ["devices"])).toBe(false);
  expect(invalidations.since(invalidations.now(), [], ["tags"])).toBe(false);
});

interface Lamp {
  id: string;
  lights: string[];
}

/** A write that is known to have added a light. */
const adds = (light: string) => ({
  isDoubtful: false,
  effects: [{ id: device, apply: (lamp: unknown) => ({ ...(lamp as Lamp), lights: [...(lamp as Lamp).lights, light] }) }],
});

test("a write of which it is known what it has made corrects what was read before it, and nothing that was read after it", () => {
  const { now, touch, current, since, unknownSince } = createInvalidations();
  const readAt = (moment: number, ids = [device]) =>
    current({ moment, item: { id: device.toLowerCase(), lights: ["red"] }, ids, collections: [] })?.lights;
  const before = now();
  touch({ ids: [device], collections: [] })(adds("blue"));
  const between = now();
  touch({ ids: [device], collections: [] })(adds("green"));
  expect(readAt(before)).toEqual(["red", "blue", "green"]);
  expect(readAt(between)).toEqual(["red", "green"]);
  expect(readAt(now())).toEqual(["red"]);
  expect(since(before, [device], [])).toBe(true);
  expect(unknownSince(before, [device], [])).toBe(false);
  touch({ ids: [other], collections: [] })({ isDoubtful: false, effects: [] });
  expect(readAt(before)).toEqual(["red", "blue", "green"]);
  expect(readAt(before, [device, other])).toBeUndefined();
});

test("nothing is known of a write as long as it is under way; one that was so when the reading was sent may show in it or not", () => {
  const { now, touch, current } = createInvalidations();
  const readAt = (moment: number) => current({ moment, item: { id: device, lights: ["red"] }, ids: [device], collections: [] });
  const before = now();
  const end = touch({ ids: [device], collections: [] });
  const within = now();
  expect(readAt(before)).toBeUndefined();
  expect(readAt(within)?.lights).toEqual(["red"]);
  end(adds("blue"));
  expect(readAt(before)?.lights).toEqual(["red", "blue"]);
  expect(readAt(within)?.lights).toEqual(["red", "blue"]);
});
