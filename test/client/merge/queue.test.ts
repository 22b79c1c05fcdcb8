import fc from "fast-check";
import { createQueue } from "../../../provider/client/merge/queue";

const named = (name: string, ...things: string[]) => ({ name, things, length: 100 });
const names = (taken: readonly { name: string }[]) => taken.map(({ name }) => name);

test("what waits is taken in its order, and not more than is wanted", () => {
  const queue = createQueue<ReturnType<typeof named>>();
  for (const name of ["a", "b", "c"]) queue.join(named(name, name));
  expect([names(queue.take(2)), names(queue.take(2)), names(queue.take(2)), queue.size()]).toEqual([["a", "b"], ["c"], [], 0]);
});

test("of one thing one change is under way at a time, and others do not wait for that", () => {
  const queue = createQueue<ReturnType<typeof named>>();
  queue.join(named("a1", "a"));
  queue.join(named("a2", "a"));
  queue.join(named("b1", "b"));
  const first = queue.take(9);
  expect(names(first)).toEqual(["a1", "b1"]);
  expect(queue.take(9)).toEqual([]);
  queue.over(first);
  expect(names(queue.take(9))).toEqual(["a2"]);
});

test("who writes to two things waits for both, and holds up those behind it", () => {
  const queue = createQueue<ReturnType<typeof named>>();
  queue.join(named("a", "a"));
  queue.join(named("both", "a", "b"));
  queue.join(named("b", "b"));
  const first = queue.take(9);
  expect(names(first)).toEqual(["a"]);
  queue.over(first);
  expect(names(queue.take(9))).toEqual(["both"]);
});

test("what is large goes with few others, or alone, and keeps its turn among changes to the same", () => {
  const queue = createQueue<ReturnType<typeof named>>();
  queue.join({ ...named("a", "a"), length: 30_000 });
  queue.join({ ...named("b", "b"), length: 30_000 });
  queue.join(named("b2", "b"));
  queue.join({ ...named("c", "c"), length: 900_000 });
  queue.join(named("d", "d"));
  const first = queue.take(9);
  expect(names(first)).toEqual(["a", "d"]);
  const second = queue.take(9);
  expect(names(second)).toEqual(["b"]);
  expect(names(queue.take(9))).toEqual(["c"]);
  queue.over(second);
  expect(names(queue.take(9))).toEqual(["b2"]);
});

test("who has left is not taken, and holds nobody up", () => {
  const queue = createQueue<ReturnType<typeof named>>();
  const [first, second] = [named("first", "a"), named("second", "a")];
  queue.join(first);
  queue.join(second);
  queue.leave(first);
  expect(names(queue.take(9))).toEqual(["second"]);
});

test("however many are taken at a time, changes to one thing are carried out one after the other, in their order", () => {
  const changes = fc.array(fc.subarray(["a", "b", "c", "d"], { minLength: 1 }), { maxLength: 30 });
  fc.assert(
    fc.property(changes, fc.array(fc.tuple(fc.nat(5), fc.boolean()), { minLength: 1 }), (all, steps) => {
      const queue = createQueue<ReturnType<typeof named>>();
      all.forEach((things, index) => queue.join(named(String(index), ...things)));
      const seen = new Map<string, number>();
      let underWay: ReturnType<typeof named>[] = [];
      for (let step = 0; queue.size() > 0; step += 1) {
        const [most, isOver] = steps[step % steps.length] ?? [1, true];
        const taken = queue.take(Math.max(1, most));
        const busy = new Set(underWay.flatMap(({ things }) => things));
        for (const { name, things } of taken) {
          for (const thing of things) {
            expect(busy.has(thing)).toBe(false);
            busy.add(thing);
            expect(Number(name)).toBeGreaterThan(seen.get(thing) ?? -1);
            seen.set(thing, Number(name));
          }
        }
        underWay = [...underWay, ...taken];
        if (!isOver && taken.length > 0) continue;
        queue.over(underWay);
        underWay = [];
      }
    }),
  );
});
