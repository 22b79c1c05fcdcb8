import fc from "fast-check";

import { createClock } from "../../provider/client/clock";

const START = Date.UTC(2026, 7, 1);

/** What a clock makes of the Date that a server writes at some time while a request is under way. */
function corrected(offset: number, took: number, written: number, start = START) {
  const said: string[] = [];
  const clock = createClock(
    (_level, message) => said.push(message),
    () => new Date(start + took),
  );
  const headers = new Headers({ date: new Date(start + written + offset).toUTCString() });
  return { clock, said, correction: clock.correctedBy(headers, took) };
}

const moments = fc.integer({ min: 0, max: 30_000 }).chain((took) =>
  fc.record({
    took: fc.constant(took),
    written: fc.integer({ min: 0, max: took }),
    start: fc.integer({ min: START, max: START + 86_400_000 }),
  }),
);

test("a clock that is right is never put right, however long the answer takes", () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -900, max: 900 }), ({ took, written, start }, offset) => {
      expect(corrected(offset, took, written, start).correction).toBeUndefined();
    }),
  );
});

test("a clock that is off is put right as well as the answer's time allows", () => {
  const off = fc.oneof(fc.integer({ min: 35_000, max: 10_000_000 }), fc.integer({ min: -10_000_000, max: -35_000 }));
  fc.assert(
    fc.property(moments, off, ({ took, written, start }, offset) => {
      const { clock, said, correction } = corrected(offset, took, written, start);
      const error = (correction?.now().getTime() ?? 0) - (start + took + offset);
      expect(Math.abs(error)).toBeLessThanOrEqual((took + 1000) / 2);
      expect(clock.now().getTime()).toBe(start + took);
      correction?.keep();
      expect(clock.now()).toEqual(correction?.now());
      expect(said).toEqual([expect.stringContaining(offset < 0 ? "ahead of" : "behind")]);
    }),
  );
});

test("an answer without a date corrects nothing", () => {
  expect(createClock(() => undefined).correctedBy(new Headers(), 5)).toBeUndefined();
});

test("a clock that was put right and then set is put right once more, by what it is off now", () => {
  let offset = 3_600_000;
  const clock = createClock(
    () => undefined,
    () => new Date(START - offset),
  );
  for (offset of [3_600_000, -7_200_000, 600_000, 0]) {
    clock.correctedBy(new Headers({ date: new Date(START).toUTCString() }), 0)?.keep();
    expect(Math.abs(clock.now().getTime() - START)).toBeLessThanOrEqual(500);
  }
});
