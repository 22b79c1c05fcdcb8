import fc from "fast-check";
import { z } from "zod";
import { field } from "../../provider/core/field";
import { planned, writeOf } from "../../provider/core/plan";

const name = field(z.string().optional(), "");
const tags = field(z.array(z.string()).optional(), "", { parts: "elements" });
const attributes = field(z.record(z.string(), z.unknown()).optional(), "", { parts: "leaves" });

const write = (one: typeof name | typeof tags | typeof attributes, from: unknown, to: unknown, live: unknown) => {
  const plan = planned(one, from, to);
  return plan && writeOf(one, plan, live);
};

describe("a value that changes as a whole", () => {
  test("is written where the account holds another", () => {
    expect(write(name, "old", "new", "old")).toMatchObject({ target: "new", overwritten: [] });
  });

  test("is not written where the account holds it already, or the plan does not change it", () => {
    expect(write(name, "old", "new", "new")).toBeUndefined();
    expect(write(name, "same", "same", "by hand")).toBeUndefined();
  });

  test("is written over what somebody else has written since, and that is told", () => {
    expect(write(name, "old", "new", "by hand")).toMatchObject({ target: "new", overwritten: [[]] });
  });

  test("stays where it leaves the program", () => {
    expect(write(name, "old", undefined, "old")).toBeUndefined();
  });
});

describe("a set", () => {
  test("gains and loses what the plan names, and keeps what somebody else has added", () => {
    expect(write(tags, ["a", "b"], ["b", "c"], ["a", "b", "theirs"])).toMatchObject({
      target: ["b", "theirs", "c"],
      add: ["c"],
      remove: ["a"],
    });
  });

  test("that was not managed becomes what is declared", () => {
    expect(write(tags, undefined, ["a"], ["b"])).toMatchObject({ add: ["a"], remove: ["b"] });
  });

  test("does not get back what the plan leaves and somebody else took away", () => {
    expect(write(tags, ["a", "b"], ["a", "b", "c"], [])).toMatchObject({ add: ["c"], remove: [] });
  });
});

describe("a map", () => {
  test("changes leaf by leaf, at every depth", () => {
    const [from, to] = [{ $remoteit: { color: 1 } }, { $remoteit: { color: 3 } }];
    expect(write(attributes, from, to, { $remoteit: { color: 1, statusA: "ready" }, theirs: 1 })).toMatchObject({
      target: { $remoteit: { color: 3, statusA: "ready" }, theirs: 1 },
      overwritten: [],
    });
  });

  test("keeps a leaf that left the program and that somebody else has changed since", () => {
    expect(write(attributes, { a: 1, b: 2 }, { b: 2 }, { a: "theirs", b: 2 })).toMatchObject({ left: [["a"]] });
    expect(write(attributes, { a: 1, b: 2 }, { b: 2 }, { a: 1, b: 2 })).toMatchObject({ target: { b: 2 }, left: [] });
  });

  test("loses a map whose last leaf leaves the program, and keeps what others put into it", () => {
    expect(write(attributes, { m: { a: 1 } }, {}, { m: { a: 1 } })).toMatchObject({ target: {} });
    expect(write(attributes, { m: { a: 1 } }, {}, { m: { a: 1, theirs: 2 } })).toMatchObject({ target: { m: { theirs: 2 } } });
  });

  test("takes a key such as __proto__ for a key", () => {
    const to = JSON.parse('{"__proto__": {"polluted": 1}}') as unknown;
    const written = write(attributes, {}, to, {});
    expect(JSON.stringify(written?.target)).toBe('{"__proto__":{"polluted":1}}');
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

const key = fc.constantFrom("a", "b", "c");
const leaf = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("x", "y"), fc.constant([1, 2]));
const { map } = fc.letrec<{ map: Record<string, unknown> }>((tie) => ({
  map: fc.dictionary(key, fc.oneof({ depthSize: "small" }, leaf, tie("map")), { maxKeys: 3 }),
}));

type Leaves = Map<string, unknown>;

/** Every value by its path, a map with nothing in it as well. */
function leavesOf(value: unknown, path = ""): Leaves {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map([[path, JSON.stringify(value)]]);
  if (Object.keys(value).length === 0) return new Map([[path, "{}"]]);
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...leavesOf(inner, `${path}/${name}`)]));
}

test("of a map, whatever state, program and account hold, nothing changes but what the plan shows", () => {
  fc.assert(
    fc.property(map, map, map, (from, to, live) => {
      const after = leavesOf(write(attributes, from, to, live)?.target ?? live);
      const [before, declared, now] = [leavesOf(from), leavesOf(to), leavesOf(live)];
      const isPlanned = (path: string) =>
        [...before, ...declared].some(
          ([place]) =>
            before.get(place) !== declared.get(place) &&
            (`${path}/`.startsWith(`${place}/`) || `${place}/`.startsWith(`${path}/`)),
        );
      for (const path of new Set([...now.keys(), ...after.keys()])) {
        if (!isPlanned(path)) expect(after.get(path)).toBe(now.get(path));
      }
    }),
    { numRuns: 2000 },
  );
});

test("of a set, whatever state, program and account hold, nothing comes or goes but what the plan shows", () => {
  const set = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
  fc.assert(
    fc.property(set, set, set, (from, to, live) => {
      const after = (write(tags, from, to, live)?.target ?? live) as string[];
      for (const tag of ["a", "b", "c", "d"] as const) {
        const isPlanned = from.includes(tag) !== to.includes(tag);
        expect(after.includes(tag)).toBe(isPlanned ? to.includes(tag) : live.includes(tag));
      }
    }),
  );
});
