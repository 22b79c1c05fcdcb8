import { compare, covers } from "../../drift/compare";
import { parsePath } from "../../provider/core/path";
import { Secret, unknown } from "../../drift/state/secret";

const compareDevice = (inputs: object, live: object) =>
  compare({ type: "Device", inputs: { ...inputs } }, { inputs: { ...live } });
const changesOf = (inputs: object, live: object) => compareDevice(inputs, live).changes;

test.each([
  ["tags in another order, and twice", { tags: ["b", "a", "b"] }, { tags: ["a", "b"] }],
  ["null and absent", { attributes: { a: null } }, { attributes: {} }],
  ["an empty map and none", { attributes: { a: {} } }, {}],
  ["an empty map and none at all", { attributes: {} }, {}],
  ["no tags and none at all", { tags: [] }, {}],
  ["what the program does not declare", { attributes: { a: 1 } }, { name: "x", tags: ["y"], attributes: { a: 1, b: 2 } }],
])("no change: %s", (_what, inputs, live) => {
  expect(changesOf(inputs, live)).toEqual([]);
});

test.each([
  [
    "a text where a map is declared",
    { a: { b: 1 } },
    { a: "x" },
    { path: "attributes.a", kind: "update", expected: { b: 1 }, actual: "x" },
  ],
  [
    "a map where a text is declared",
    { a: "x" },
    { a: { b: 1 } },
    { path: "attributes.a", kind: "update", expected: "x", actual: { b: 1 } },
  ],
  ["a list that is longer", { a: [1] }, { a: [1, 2] }, { path: "attributes.a", kind: "update", expected: [1], actual: [1, 2] }],
  ["what is declared to be absent", { a: null }, { a: 1 }, { path: "attributes.a", kind: "add", actual: 1 }],
  ["what is gone, deep", { a: { b: { c: 1 } } }, {}, { path: "attributes.a.b.c", kind: "remove", expected: 1 }],
])("one change: %s", (_what, declared, live, change) => {
  expect(changesOf({ attributes: declared }, { attributes: live })).toEqual([change]);
});

test("a value that the state does not know yet is named as such, and nothing else is kept from being compared", () => {
  const { changes, unknown: paths } = compareDevice({ name: unknown, tags: ["a"] }, { name: "x", tags: [] });
  expect({ changes: changes.map(({ path }) => path), paths }).toEqual({ changes: ["tags"], paths: ["name"] });
});

test("what is, holds or lies in a secret is hidden, of 20,000 as of one", () => {
  const many = (value: (index: number) => unknown) =>
    Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key-${index}`, value(index)]));
  const { changes } = compareDevice(
    { attributes: many((index) => (index % 2 === 0 ? new Secret(index) : { deep: new Secret("s"), open: index })) },
    { attributes: many(() => "x") },
  );
  expect(changes).toHaveLength(20_000);
  expect(new Set(changes.map(({ expected }) => expected))).toEqual(new Set(["[secret]"]));
});

test("a pattern covers its place and what lies below", () => {
  expect(covers(parsePath("attributes.*.b"), ["attributes", "a", "b", "c"])).toBe(true);
  expect(covers(parsePath("attributes.a.b"), ["attributes", "a"])).toBe(false);
  expect(covers(parsePath('["attributes"].a'), ["attributes", "b"])).toBe(false);
});

test("what the program ignores is no change, nor what lies below it, and what cannot be compared there is not named", () => {
  const inputs = { name: "a", attributes: { a: { deep: 1 }, b: 2 }, tags: unknown };
  const live = { inputs: { name: "b", attributes: { a: { deep: 9 }, b: 9 }, tags: ["x"] } };
  const ignoring = (...ignoreChanges: string[]) => {
    const { changes, unknown: paths } = compare({ type: "Device", inputs, ignoreChanges }, live);
    return [changes.map(({ path }) => path), paths];
  };
  expect(ignoring()).toEqual([["name", "attributes.a.deep", "attributes.b"], ["tags"]]);
  expect(ignoring("name", "attributes.a", "tags")).toEqual([["attributes.b"], []]);
  expect(ignoring("attributes.*", "tags[0]")).toEqual([["name"], ["tags"]]);
});

test("a list of which an item is not known is compared no further; of a map the rest is", () => {
  const { changes, unknown: paths } = compareDevice(
    { tags: ["a", unknown], attributes: { a: unknown, b: [1, new Secret(undefined)], c: 1 } },
    { tags: ["x"], attributes: { a: 1, b: 2, c: 2 } },
  );
  expect(changes.map(({ path }) => path)).toEqual(["attributes.c"]);
  expect(paths.map((path) => path.replaceAll('"', ""))).toEqual(["tags[1]", "attributes.a", "attributes.b[1]"]);
});

test("a secret is compared by its value, and neither value is shown", () => {
  expect(changesOf({ name: new Secret("a") }, { name: "a" })).toEqual([]);
  expect(changesOf({ name: new Secret("a") }, { name: "b" })).toEqual([
    { path: "name", kind: "update", expected: "[secret]", actual: "[secret]" },
  ]);
  expect(changesOf({ attributes: { a: { b: new Secret(1) } } }, { attributes: { a: 2 } })).toEqual([
    { path: "attributes.a", kind: "update", expected: "[secret]", actual: "[secret]" },
  ]);
});

test("of a kind that nobody knows nothing is compared", () => {
  expect(compare({ type: "Lamp", inputs: { name: "a" } }, { inputs: { name: "b" } })).toEqual({ changes: [], unknown: [] });
});
