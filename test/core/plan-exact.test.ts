import { z } from "zod";
import { field, type Marks } from "../../provider/core/field";
import { planned, withRemovals, type Write, writeOf } from "../../provider/core/plan";
import { sameTags } from "../../provider/domains/tags/device-tags";

const of = (marks: Marks = {}) => field(z.unknown(), "", marks);
const whole = of();
const anyCase = of({ same: (one, other) => String(one).toLowerCase() === String(other).toLowerCase() });
const set = of({ parts: "elements" });
const map = of({ parts: "leaves" });
const keyed = of({ parts: "keys" });

type Field = typeof whole;

function write(one: Field, from: unknown, to: unknown, live: unknown): Write | undefined {
  const plan = planned(one, from, to);
  return plan && writeOf(one, plan, live);
}

/** What is written where nobody else had a hand in it. */
const to = (target: unknown, more: Partial<Write> = {}): Write => ({
  target,
  add: [],
  remove: [],
  overwritten: [],
  left: [],
  ...more,
});

describe("a plan", () => {
  test.each([undefined, null])("is none where the property leaves the program (%j)", (gone) => {
    for (const one of [whole, set, map, keyed]) expect(planned(one, ["a"], gone)).toBeUndefined();
  });

  test("is none where both mean the same, and is one where nothing was managed before", () => {
    const never = of({ same: () => true });
    expect(planned(never, "a", "b")).toBeUndefined();
    for (const absent of [undefined, null]) {
      expect(planned(never, absent, "b")).toEqual({ kind: "whole", from: absent, to: "b" });
    }
  });

  test("names the parts of a value where its field has parts and the value is of their form, else all of it", () => {
    expect(planned(set, ["a"], ["b"])).toEqual({ kind: "elements", from: ["a"], to: ["b"] });
    expect(planned(set, "a", ["b"])).toEqual({ kind: "elements", from: undefined, to: ["b"] });
    expect(planned(set, ["a"], "b")).toEqual({ kind: "whole", from: ["a"], to: "b" });
    expect(planned(map, ["a"], ["b"])).toEqual({ kind: "whole", from: ["a"], to: ["b"] });
    for (const one of [whole, set])
      expect(planned(one, { a: 1 }, { a: 2 })).toEqual({ kind: "whole", from: { a: 1 }, to: { a: 2 } });
    expect(planned(whole, ["a"], ["b"])).toEqual({ kind: "whole", from: ["a"], to: ["b"] });
    expect(planned(map, "text", { a: 2 })).toEqual({ kind: "leaves", leaves: [{ path: ["a"], from: undefined, to: 2 }] });
  });

  test("of leaves is none where there is nothing to write or to remove", () => {
    for (const nothing of [undefined, null, {}]) expect(planned(map, nothing, {})).toBeUndefined();
    expect(planned(map, { a: undefined }, { a: null })).toBeUndefined();
    expect(planned(keyed, { a: 1, gone: 2 }, { a: 1 })).toBeUndefined();
  });

  test.each([
    ["a map in a text's place is one leaf", { a: "x" }, { a: { b: 1 } }, [{ path: ["a"], from: "x", to: { b: 1 } }]],
    ["a text in a map's place is one leaf", { a: { b: 1 } }, { a: "x" }, [{ path: ["a"], from: { b: 1 }, to: "x" }]],
    ["an empty map where there was none is one leaf", {}, { a: {} }, [{ path: ["a"], from: undefined, to: {} }]],
    ["and so it is where there was null", { a: null }, { a: {} }, [{ path: ["a"], from: null, to: {} }]],
    ["a map where there was null is its leaves", { a: null }, { a: { b: 1 } }, [{ path: ["a", "b"], from: undefined, to: 1 }]],
    ["an emptied map loses its leaves", { a: { b: 1 } }, { a: {} }, [{ path: ["a", "b"], from: 1, to: undefined }]],
    ["a map that is gone loses its leaves", { a: { b: { c: 1 } } }, {}, [{ path: ["a", "b", "c"], from: 1, to: undefined }]],
    [
      "and so it does where null is declared",
      { a: { b: 1, c: 2 } },
      { a: null },
      [
        { path: ["a", "b"], from: 1, to: undefined },
        { path: ["a", "c"], from: 2, to: undefined },
      ],
    ],
    ["a list is one leaf", { a: [1] }, { a: [1, 2] }, [{ path: ["a"], from: [1], to: [1, 2] }]],
  ])("of leaves: %s", (_what, from, declared, leaves) => {
    expect(planned(map, from, declared)).toEqual({ kind: "leaves", leaves });
  });

  test("of keys names what the program sets, each as a whole, null included, and nothing that left it", () => {
    expect(planned(keyed, { a: 1, b: 2, gone: 3 }, { a: 1, b: null, c: { d: 1 } })).toEqual({
      kind: "leaves",
      leaves: [
        { path: ["b"], from: 2, to: null, isKey: true },
        { path: ["c"], from: undefined, to: { d: 1 }, isKey: true },
      ],
    });
    expect(planned(keyed, { a: 1 }, { a: undefined, b: 1 })).toMatchObject({ leaves: [{ path: ["b"] }] });
    const hostile = JSON.parse('{"constructor": 1}') as unknown;
    expect(planned(keyed, {}, hostile)).toMatchObject({ leaves: [{ path: ["constructor"], from: undefined, to: 1 }] });
  });
});

describe("what is written of a whole value", () => {
  test.each<[string, Field, from: unknown, to: unknown, live: unknown, Write | undefined]>([
    ["what the plan says", whole, "old", "new", "old", to("new")],
    ["nothing, where the account holds it already", whole, "old", "new", "new", undefined],
    [
      "nothing, where the account holds the very value, whatever its field says",
      of({ same: () => false }),
      "old",
      "new",
      "new",
      undefined,
    ],
    ["nothing, where the account holds it in another form", anyCase, "old", "new", "NEW", undefined],
    ["the form that the plan changes", of({ same: () => false }), "new", "NEW", "new", to("NEW", { overwritten: [[]] })],
    ["over what another hand has set, which is told", whole, "old", "new", "theirs", to("new", { overwritten: [[]] })],
    ["over what was lost, which is told", whole, "old", "new", undefined, to("new", { overwritten: [[]] })],
    ["over what was not managed, which is not told", whole, undefined, "new", "theirs", to("new")],
    ["and so where state holds null", whole, null, "new", "theirs", to("new")],
    ["where the account holds null", anyCase, undefined, "null", null, to("null")],
    ["not over the same in another form, which is not told", anyCase, "old", "new", "OLD", to("new")],
    ["false", whole, true, false, true, to(false)],
    ["nothing, where the account holds false already", whole, true, false, false, undefined],
  ])("is %s", (_what, one, from, declared, live, expected) => {
    expect(write(one, from, declared, live)).toEqual(expected);
  });

  test("is the wanted spelling, where the account still bears the one that the plan changes", () => {
    const plan = { kind: "whole", from: "prod", to: "Prod" } as const;
    expect(writeOf(anyCase, plan, "prod")).toEqual(to("Prod"));
    expect(writeOf(anyCase, plan, "PROD")).toBeUndefined();
  });
});

describe("what is written of a set", () => {
  test.each<[string, from: unknown, to: unknown[], live: unknown, Write | undefined]>([
    [
      "what comes and what goes, beside what others added",
      ["a", "b"],
      ["b", "c"],
      ["a", "theirs", "b"],
      to(["theirs", "b", "c"], { add: ["c"], remove: ["a"] }),
    ],
    ["each element once", undefined, ["a", "a", "b"], [], to(["a", "b"], { add: ["a", "b"] })],
    ["what the account lacks", undefined, ["a", "b"], ["a"], to(["a", "b"], { add: ["b"] })],
    ["everything, where the account holds no set", undefined, ["a"], undefined, to(["a"], { add: ["a"] })],
    ["nothing, where another hand was first", ["a"], ["b"], ["b"], undefined],
    ["nothing, where what goes has gone", ["a", "b"], ["b"], ["b"], undefined],
    ["elements by their value", [], [{ a: 1 }], [{ a: 1 }], undefined],
  ])("is %s", (_what, from, declared, live, expected) => {
    expect(write(set, from, declared, live)).toEqual(expected);
  });
});

test("what is removed of a set goes however the account spells it, unless the program declares it in another way", () => {
  const caseless = of({ parts: "elements", same: sameTags });
  const hints = { tellsCase: false };
  const written = (from: string[], declared: string[], live: string[], told = hints) => {
    const plan = planned(caseless, from, declared);
    return plan && writeOf(caseless, plan, live, told);
  };
  expect(written(["Prod"], [], ["prod", "theirs"])).toEqual(to(["theirs"], { remove: ["prod"] }));
  expect(written(["Prod", "a"], ["prod"], ["PROD", "a"])).toEqual(to(["PROD", "prod"], { add: ["prod"], remove: ["a"] }));
  expect(written(["Prod"], [], ["prod"], { tellsCase: true })).toBeUndefined();
});

describe("what is written of a map", () => {
  test.each<[string, from: unknown, to: unknown, live: unknown, Write | undefined]>([
    ["a leaf, beside what others added", { a: 1 }, { a: 2 }, { theirs: 1, a: 1 }, to({ theirs: 1, a: 2 })],
    [
      "a deep leaf, beside what others added",
      { m: { a: 1 } },
      { m: { a: 2 } },
      { m: { a: 1, theirs: 1 } },
      to({ m: { a: 2, theirs: 1 } }),
    ],
    ["a leaf in a map of its own", {}, { m: { n: { a: 1 } } }, { theirs: 1 }, to({ theirs: 1, m: { n: { a: 1 } } })],
    ["everything, where the account holds no map", undefined, { a: 1 }, undefined, to({ a: 1 })],
    ["everything, where it holds null", undefined, { a: 1 }, null, to({ a: 1 })],
    ["a map, in a text's place", { m: 1 }, { m: { a: 1 } }, { m: 1 }, to({ m: { a: 1 } })],
    ["a map with nothing in it", {}, { m: {} }, {}, to({ m: {} })],
    ["a leaf's removal", { a: 1, b: 2 }, { b: 2 }, { a: 1, b: 2, theirs: 3 }, to({ b: 2, theirs: 3 })],
    ["the removal of a map that has nothing left", { m: { n: { a: 1 } } }, {}, { m: { n: { a: 1 } }, b: 2 }, to({ b: 2 })],
    [
      "a leaf's removal alone, where others use its map",
      { m: { a: 1 } },
      {},
      { m: { a: 1, theirs: 2 } },
      to({ m: { theirs: 2 } }),
    ],
    ["no removal of what another hand has changed, which is told", { a: 1 }, {}, { a: 2 }, to({ a: 2 }, { left: [["a"]] })],
    ["the rest beside such a leaf", { a: 1, b: 1 }, { b: 2 }, { a: 2, b: 1 }, to({ a: 2, b: 2 }, { left: [["a"]] })],
    ["nothing, where what goes has gone", { a: 1 }, {}, {}, undefined],
    ["nothing, where what goes has gone with its map", { m: { a: 1 } }, {}, {}, undefined],
    ["nothing, where another hand was first", { a: 1 }, { a: 2 }, { a: 2 }, undefined],
    ["over what another hand has set, which is told", { a: 1 }, { a: 2 }, { a: 3 }, to({ a: 2 }, { overwritten: [["a"]] })],
    ["over what was not managed, which is not told", {}, { a: 2 }, { a: 3 }, to({ a: 2 })],
    ["over what was managed as null, which is not told", { a: null }, { a: 2 }, { a: 3 }, to({ a: 2 })],
    ["over what was lost, which is not told", { a: 1 }, { a: 2 }, {}, to({ a: 2 })],
    ["nothing, for null where there is none", {}, { a: null, b: null }, {}, undefined],
  ])("is %s", (_what, from, declared, live, expected) => {
    expect(write(map, from, declared, live)).toEqual(expected);
  });

  test("whose keys are let go of is a key as a whole, null included", () => {
    expect(write(keyed, { a: true }, { a: null }, { a: true, theirs: 1 })).toEqual(to({ theirs: 1, a: null }));
    expect(write(keyed, { a: { b: 1 } }, { a: { c: 1 } }, { a: { b: 1, theirs: 1 } })).toMatchObject({ target: { a: { c: 1 } } });
    expect(write(keyed, { a: true }, { a: null }, { a: null })).toBeUndefined();
    expect(write(keyed, { a: true }, { a: null }, { a: false })).toEqual(to({ a: null }, { overwritten: [["a"]] }));
  });

  test("holds no key twice, and none of the prototype's", () => {
    const hostile = JSON.parse('{"__proto__": 2, "constructor": 2}') as unknown;
    const written = write(map, {}, hostile, JSON.parse('{"__proto__": 1, "a": 1}'));
    expect(Object.entries(written?.target ?? {})).toEqual([
      ["a", 1],
      ["__proto__", 2],
      ["constructor", 2],
    ]);
  });
});

describe("what state keeps after a failure", () => {
  test("is what is declared of anything but a map", () => {
    const plan = planned(whole, "a", "b");
    expect(plan && withRemovals(plan, "b", "a")).toBe("b");
  });

  test("of a map is also what the plan removes and the account still holds, so that it is tried again", () => {
    const [from, declared] = [{ a: 1, b: 1, c: 1, m: { n: 1 } }, { b: 2 }];
    const plan = planned(map, from, declared);
    if (!plan) throw new Error("There is a plan.");
    expect(withRemovals(plan, declared, from)).toEqual({ a: 1, b: 2, c: 1, m: { n: 1 } });
    expect(withRemovals(plan, declared, { a: "theirs", b: 1, m: { n: 1 } })).toEqual({ b: 2, m: { n: 1 } });
    expect(withRemovals(plan, declared, {})).toEqual({ b: 2 });
    expect(withRemovals(plan, declared, undefined)).toEqual({ b: 2 });
  });

  test("of a map whose keys are let go of is what is declared", () => {
    const plan = planned(keyed, { a: 1, b: 1 }, { a: null });
    expect(plan && withRemovals(plan, { a: null }, { a: 1, b: 1 })).toEqual({ a: null });
  });
});
