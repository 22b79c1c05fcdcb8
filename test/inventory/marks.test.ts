import fc from "fast-check";
import {
  allUserMarks,
  markName,
  type MarkPlace,
  marksIn,
  noMarks,
  userMarkName,
  userMarksIn,
  userMarksOf,
  withoutMarks,
} from "../../provider/inventory/marks";

test("marks are found among attributes by their prefix, and tell who made the thing; null is one that was taken away", () => {
  const attributes = {
    "pulumi-remoteit/one": "adopted",
    "pulumi-remoteit/two": "made",
    "pulumi-remoteit/odd": { somebody: "wrote this" },
    "pulumi-remoteit/gone": null,
    "a pulumi-remoteit/": "made",
    color: "red",
  };
  expect([...marksIn(attributes)]).toEqual([
    ["one", "adopted"],
    ["two", "made"],
    ["odd", "adopted"],
  ]);
  expect(marksIn({ color: "red" })).toBe(noMarks);
  expect(markName("one")).toBe("pulumi-remoteit/one");
});

test("attributes without marks are the same; with them, or with remote.it's copies of them, others stay as they are", () => {
  const plain = { color: "red", $remoteit: { color: 2 } };
  expect(withoutMarks(plain)).toBe(plain);
  const before = { color: "red", "pulumi-remoteit/x": null, $remoteit: { a: 1, "pulumi-remoteit/x": "made" } };
  expect(withoutMarks(before)).toEqual({ color: "red", $remoteit: { a: 1 } });
  expect(withoutMarks({ "pulumi-remoteit/x": "made", $remoteit: "text" })).toEqual({ $remoteit: "text" });
  expect(withoutMarks({ a: 1, "pulumi-remoteit/x": "made" })).toEqual({ a: 1 });
  expect(withoutMarks({ a: 1, $remoteit: { "pulumi-remoteit/x": "made" } })).toEqual({ a: 1, $remoteit: {} });
});

test("marks of a thing without attributes stand under its kind and name, and are its own alone", () => {
  const webhook = { kind: "webhook" };
  expect(userMarkName(webhook, "t")).toBe("pulumi-remoteit/webhook/t");
  expect(userMarkName({ kind: "tag", name: "Ge.bäude/1" }, "t")).toBe("pulumi-remoteit/tag/ge%2Eb%C3%A4ude%2F1/t");
  const attributes = {
    [userMarkName(webhook, "w")]: "made",
    [userMarkName({ kind: "tag", name: "a" }, "one")]: "made",
    [userMarkName({ kind: "tag", name: "A" }, "two")]: "adopted",
    [userMarkName({ kind: "tag", name: "ab" }, "three")]: "made",
  };
  expect([...userMarksIn(attributes, webhook)]).toEqual([["w", "made"]]);
  expect([...userMarksIn(attributes, { kind: "tag", name: "a" })]).toEqual([
    ["one", "made"],
    ["two", "adopted"],
  ]);
});

test("every such mark is listed with whose it is, those that anybody else wrote included", () => {
  const attributes = {
    "pulumi-remoteit/webhook/w": "made",
    "pulumi-remoteit/tag/a%2Eb/t": "adopted",
    "pulumi-remoteit/tag/a/b/t": "adopted",
    "pulumi-remoteit/tag/%/t": "made",
    "pulumi-remoteit/tag//t": "made",
    "pulumi-remoteit/of-a-device": "made",
    color: "red",
  };
  expect(allUserMarks(attributes)).toEqual([
    { place: { kind: "webhook" }, token: "w", as: "made" },
    { place: { kind: "tag", name: "a.b" }, token: "t", as: "adopted" },
    { place: { kind: "tag", name: "a/b" }, token: "t", as: "adopted" },
    { place: { kind: "tag", name: "%" }, token: "t", as: "made" },
    { place: { kind: "tag", name: "" }, token: "t", as: "made" },
  ]);
});

test("whatever a thing is called, its mark is found again, and its name holds no dot and no further slash", () => {
  const anyName = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(anyName, anyName, (name, other) => {
      const place: MarkPlace = { kind: "tag", name };
      const attribute = userMarkName(place, "t");
      expect(attribute.split("/")).toHaveLength(4);
      expect(attribute).not.toContain(".");
      expect([...userMarksIn({ [attribute]: "made" }, place).keys()]).toEqual(["t"]);
      const isSame = Buffer.from(name.toLowerCase()).equals(Buffer.from(other.toLowerCase()));
      expect(userMarksIn({ [attribute]: "made" }, { kind: "tag", name: other }).size).toBe(isSame ? 1 : 0);
      expect(allUserMarks({ [attribute]: "made" })).toEqual([
        { place: { kind: "tag", name: Buffer.from(name.toLowerCase()).toString() }, token: "t", as: "made" },
      ]);
    }),
  );
});

test("the marks of all things of a kind are those of each", () => {
  const names = fc.array(fc.string({ unit: "binary" }), { maxLength: 5 });
  fc.assert(
    fc.property(names, names, (marked, others) => {
      const attributes = Object.fromEntries([
        ...marked.map((name, index) => [userMarkName({ kind: "share", name }, `t${index}`), "adopted"] as const),
        ...others.map((name) => [userMarkName({ kind: "tag", name }, "t"), "made"] as const),
      ]);
      const of = userMarksOf(attributes, "share");
      for (const name of [...marked, ...others])
        expect(new Map(of(name))).toEqual(new Map(userMarksIn(attributes, { kind: "share", name })));
    }),
  );
});
