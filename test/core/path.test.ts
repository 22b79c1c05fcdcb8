import fc from "fast-check";
import { parsePath, printPath } from "../../provider/core/path";

test.each([
  [["attributes", "$remoteit", "color"], "attributes.$remoteit.color"],
  [["attributes", "two words", "a.b"], 'attributes["two words"]["a.b"]'],
  [["attributes", 'say "hi"', ""], 'attributes["say \\"hi\\""][""]'],
  [["attributes", "a\\"], 'attributes["a\\\\"]'],
  [["tags", 0], "tags[0]"],
])("the path %j is written %s, and read again", (path, text) => {
  expect(printPath(path)).toBe(text);
  expect(parsePath(text)).toEqual(path.map(String));
});

test("whatever keys are called, a path is read as it was written", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (keys) => {
      expect(parsePath(printPath(keys))).toEqual(keys);
    }),
  );
});

test.each<[string, string[]]>([
  ["tags[10]", ["tags", "10"]],
  ["tags[*].name", ["tags", "*", "name"]],
  ["attributes[site]", ["attributes", "site"]],
  ["attributes[a.b]", ["attributes", "a.b"]],
  ["a.b", ["a", "b"]],
])("%s is read in every notation", (text, path) => {
  expect(parsePath(text)).toEqual(path);
});
