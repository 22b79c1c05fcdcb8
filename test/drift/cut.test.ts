import fc from "fast-check";
import { createCutter } from "../../drift/state/cut";

const around = fc.dictionary(fc.constantFrom("resources", "manifest", 'a"b', "deployment"), fc.jsonValue(), { maxKeys: 3 });
const states = fc.oneof(
  fc.record({ before: fc.jsonValue(), deployment: fc.record({ a: fc.jsonValue(), resources: fc.array(around), z: around }) }),
  fc.record({
    checkpoint: fc.record({ latest: fc.record({ resources: fc.array(around), z: fc.jsonValue() }), stack: fc.string() }),
  }),
  around,
);

/** The text in parts of any length, as a stream gives it. */
function parts(text: string, lengths: readonly number[]): string[] {
  const all: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    all.push(text.slice(at, at + length));
    at += length;
  }
  return all;
}

test("a state is cut into its resources and the rest, wherever its parts end and however it is indented", () => {
  fc.assert(
    fc.property(states, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), fc.nat(2), (state, lengths, indent) => {
      const found: unknown[] = [];
      const cutter = createCutter((json) => found.push(JSON.parse(json)), Error);
      for (const part of parts(JSON.stringify(state, undefined, indent), lengths)) cutter.write(part);
      const plain = JSON.parse(JSON.stringify(state)) as Nested;
      const inner = plain.checkpoint?.latest ?? plain.deployment;
      const { resources } = inner ?? {};
      const isList = Array.isArray(resources) && resources.every((item) => typeof item === "object" && item !== null);
      if (inner && isList) inner.resources = [];
      if (Array.isArray(resources) && !isList) return;
      expect(JSON.parse(cutter.frame())).toEqual(plain);
      expect(found).toEqual(isList ? resources : []);
    }),
    { numRuns: 500 },
  );
});

test("a text of 40 MB is looked through once, in whatever parts it comes, and is read as it is", () => {
  const long = `${"x".repeat(20_000_000)}${'\\"'.repeat(10_000_000)}`;
  const state = `{"deployment":{"resources":[{"urn":"a"},{"outputs":{"text":"${long}"}}]}}`;
  const found: string[] = [];
  const cutter = createCutter((json) => found.push(json), Error);
  const from = performance.now();
  for (let at = 0; at < state.length; at += 4_096) cutter.write(state.slice(at, at + 4_096));
  expect(performance.now() - from).toBeLessThan(5_000);
  expect(cutter.frame()).toBe('{"deployment":{"resources":[]}}');
  expect(found.map(({ length }) => length)).toEqual(['{"urn":"a"}'.length, long.length + '{"outputs":{"text":""}}'.length]);
});

test.each([
  ["One of its resources", '{"deployment":{"resources":[{"text":"'],
  ["What is not a resource in it", '{"text":"'],
])("more than 256 MB in one piece is refused, with what is so large: %s", (what, beginning) => {
  const cutter = createCutter(
    () => undefined,
    (it) => new Error(it),
  );
  cutter.write(beginning);
  const megabyte = "x".repeat(1024 * 1024);
  expect(() => {
    for (let count = 0; count < 300; count += 1) cutter.write(megabyte);
  }).toThrow(what);
});

interface Nested {
  deployment?: { resources?: unknown };
  checkpoint?: { latest?: { resources?: unknown } };
}
