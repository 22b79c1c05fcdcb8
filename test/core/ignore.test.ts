import { ignoring } from "../../provider/core/ignore";

const state = { name: "old", tags: ["a", "b"], attributes: { site: "north", room: { door: 1, light: 1 } } };
const declared = { name: "new", tags: ["c", "d"], attributes: { site: "south", room: { door: 2, light: 2 } } };
const ignored = (...paths: string[]) => ignoring(paths, state, declared);

test("without ignored paths the declaration stays as it is", () => {
  expect(ignored()).toStrictEqual(declared);
});

test.each<[string, string[], object]>([
  ["a property", ["name"], { ...declared, name: "old" }],
  ["a key of a map", ["attributes.site"], { ...declared, attributes: { ...declared.attributes, site: "north" } }],
  ["a deep key", ["attributes.room.door"], { ...declared, attributes: { site: "south", room: { door: 1, light: 2 } } }],
  ["an item of a list", ["tags[1]"], { ...declared, tags: ["c", "b"] }],
  ["every key of a map", ["attributes.room[*]"], { ...declared, attributes: { site: "south", room: { door: 1, light: 1 } } }],
  ["every item of a list", ["tags[*]"], { ...declared, tags: ["a", "b"] }],
  ["a key below every key", ["attributes[*].door"], { ...declared, attributes: { site: "south", room: { door: 1, light: 2 } } }],
  ["several", ["name", "tags"], { ...declared, name: "old", tags: ["a", "b"] }],
  ["below a text, where nothing is", ["name.first"], declared],
  ["beyond the end of a list", ["tags[2]"], declared],
])("%s is as state holds it", (_what, paths, expected) => {
  expect(ignored(...paths)).toStrictEqual(expected);
});

test("what state does not hold is not declared, and of a list each item keeps its place", () => {
  expect(ignoring(["name"], {}, { name: "new", tags: [] })).toStrictEqual({ tags: [] });
  expect(ignoring(["attributes.site"], {}, { attributes: { site: "south", a: 1 } })).toStrictEqual({ attributes: { a: 1 } });
  expect(ignoring(["attributes.site"], { attributes: "text" }, { attributes: { site: "south" } })).toStrictEqual({
    attributes: {},
  });
  expect(ignoring(["tags[0]"], { tags: [] }, { tags: ["a"] })).toStrictEqual({ tags: ["a"] });
  expect(ignoring(["tags[*]"], { tags: null }, { tags: ["a"] })).toStrictEqual({ tags: ["a"] });
});

test("what only state holds is declared where it is ignored, in a map that the program declares", () => {
  expect(ignoring(["name"], { name: "old" }, {})).toStrictEqual({ name: "old" });
  expect(ignoring(["attributes[*]"], { attributes: { a: 1 } }, { attributes: {} })).toStrictEqual({ attributes: { a: 1 } });
  expect(ignoring(["attributes.a"], { attributes: { a: 1 } }, { attributes: null })).toStrictEqual({ attributes: null });
  expect(ignoring(["attributes.a"], { attributes: { a: 1 } }, {})).toStrictEqual({});
});
