import fc from "fast-check";
import { attributeChanges, managedAttributes, sameAttributes } from "../../../provider/domains/shared/attributes";

type Attributes = Record<string, unknown>;

const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer(), { maxLength: 2 }));
const attributes: fc.Arbitrary<Attributes> = fc.letrec<{ map: Attributes }>((tie) => ({
  map: fc.dictionary(fc.constantFrom("a", "b", "constructor", "$remoteit"), fc.oneof({ depthSize: "small" }, leaf, tie("map")), {
    maxKeys: 3,
  }),
})).map;

/** Both ways in which remote.it may take a nested map: merging it at every depth, or replacing it whole. */
const merging = (live: Attributes, changes: Attributes): Attributes => {
  const result: Attributes = { ...live };
  for (const [key, value] of Object.entries(changes)) {
    const old = live[key];
    if (value === null) Reflect.deleteProperty(result, key);
    else result[key] = isMap(value) && isMap(old) ? merging(old, value) : isMap(value) ? merging({}, value) : value;
  }
  return result;
};
const replacing = (live: Attributes, changes: Attributes): Attributes => ({ ...live, ...changes });
const isMap = (value: unknown): value is Attributes => typeof value === "object" && value !== null && !Array.isArray(value);

test.each([
  ["merges nested maps", merging],
  ["replaces nested maps", replacing],
])("a remote.it that %s ends with every declared attribute as declared", (_name, send) => {
  fc.assert(
    fc.property(attributes, attributes, attributes, (before, wanted, live) => {
      const after = send(live, attributeChanges(before, wanted, live));
      expect(sameAttributes(managedAttributes(wanted, after), wanted)).toBe(true);
    }),
  );
});

test("what others set stays, and what left the program goes", () => {
  const live = { $remoteit: { color: 3, label: "theirs" }, ours: 1, theirs: 2 };
  const changes = attributeChanges({ $remoteit: { color: 3 }, ours: 1 }, {}, live);
  expect(merging(live, changes)).toEqual({ $remoteit: { label: "theirs" }, theirs: 2 });
});

test("a map that left the program goes whole, unless others have put something into it", () => {
  const before = { $remoteit: { color: 3, nested: { deep: 1 } } };
  expect(attributeChanges(before, { site: "b" }, before)).toEqual({ $remoteit: null, site: "b" });
});

test("nothing is sent when everything is as declared", () => {
  fc.assert(
    fc.property(attributes, (wanted) => {
      expect(attributeChanges(wanted, wanted, wanted)).toEqual({});
    }),
  );
});

test("an attribute that has a name of JavaScript's own is one like any other", () => {
  expect(managedAttributes({ constructor: "x", toString: "y" }, { toString: "z" })).toEqual({ toString: "z" });
  expect(attributeChanges({}, { constructor: "x" }, {})).toEqual({ constructor: "x" });
});

test("a map with nothing in it means the same as none", () => {
  expect(sameAttributes({ a: {}, b: { c: null } }, {})).toBe(true);
  expect(attributeChanges({}, { a: {} }, {})).toEqual({});
});

test("a text where a map is declared is what the account holds, and gives way to the map", () => {
  expect(managedAttributes({ a: { b: 1 } }, { a: "x", c: 2 })).toEqual({ a: "x" });
  expect(attributeChanges({}, { a: { b: 1 } }, { a: "x" })).toEqual({ a: { b: 1 } });
});
