import { ConflictError, NotFoundError, RefusedError, WrongAccountError } from "../../provider/core/errors";
import { type House, house, hung, lampOf } from "./lamp";

let all: House;
beforeEach(() => {
  all = house();
});

const lamp = (more?: Parameters<typeof lampOf>[1]) => lampOf(all, more);
const said = () => all.said.join("\n");

describe("a create", () => {
  test("makes the thing and sets what is declared, one property after the other", async () => {
    const declared = { name: "new", colors: ["red"], notes: { a: 1 } };
    const outcome = await lamp().create(all.run(), declared);
    expect(outcome).toEqual({
      id: "it",
      outputs: { accountId: "house", serial: "7", origin: "made", seen: "named" },
      failedProperties: [],
      found: {},
    });
    expect(all.done).toEqual(["name", "colors", "notes"]);
    expect(all.lamps.get("it")).toMatchObject(declared);
    expect(all.said).toEqual([]);
  });

  test("writes nothing that is so already", async () => {
    await lamp().create(all.run(), { name: "fresh", colors: [] });
    expect(all.done).toEqual([]);
  });

  test("of which nothing is left to set asks and writes no more", async () => {
    const outcome = await lamp().create(all.run(), { from: "whole", name: "new" });
    expect(outcome).toMatchObject({ id: "it", outputs: { accountId: "house", origin: "made" }, failedProperties: [], found: {} });
    expect(outcome.outputs).not.toHaveProperty("serial");
    expect([all.done, all.looks]).toEqual([[], 0]);
  });

  test("adopts what is there, keeps what others hold of it and leaves a mark", async () => {
    hung(all, { colors: ["theirs"], notes: { theirs: 1 } });
    const { outputs } = await lamp().create(all.run(), { name: "old", notes: { a: 1 } });
    expect(outputs).toMatchObject({ origin: "adopted", mark: expect.stringMatching(/^[0-9a-f]{12}$/) as string });
    expect(all.done).toEqual(["mark as adopted", "notes"]);
    expect(all.lamps.get("it")).toMatchObject({ colors: ["theirs"], notes: { theirs: 1, a: 1 } });
    expect(all.said).toEqual([]);
  });

  test("tells of the mark that another resource has left, and of the one that could not be left", async () => {
    hung(all, { marks: new Map([["abc", "adopted"]]) });
    all.refuses.add("mark as adopted");
    await lamp().create(all.run(), { name: "old" });
    expect(said()).toMatch(/warning: Lamp "old" \(it\): it bears the mark of another resource \(.*abc\)/);
    expect(said()).toMatch(/warning: Lamp "old" \(it\): no mark could be left .*The house refuses\./);
  });

  test("of what two resources declare is refused for the second", async () => {
    const context = all.run();
    await lamp().create(context, {});
    await expect(lamp().create(context, {})).rejects.toBeInstanceOf(ConflictError);
  });

  test("that fails lets no lamp of this run be deleted, since it may be the one that was meant", async () => {
    const context = all.run();
    hung(all);
    all.refuses.add("create");
    await expect(lamp().create(context, {})).rejects.toBeInstanceOf(RefusedError);
    await expect(lamp().delete(context, "it", { origin: "made" })).rejects.toThrow(
      "Deleting lamp it failed: A Lamp of this program could not be created in this run",
    );
    expect(all.lamps.size).toBe(1);
    await lamp().delete(all.run(), "it", { origin: "made" });
    expect(all.lamps.size).toBe(0);
  });

  test("that cannot set everything sets the rest, and tells what the account holds instead", async () => {
    all.refuses.add("name");
    const outcome = await lamp().create(all.run(), { name: "new", colors: ["red"] });
    expect(outcome.failedProperties).toMatchObject([
      { properties: ["name"], error: { what: "Name the lamp", subject: '"new" (it)' } },
    ]);
    expect(outcome.found).toEqual({ name: "fresh" });
    expect(all.lamps.get("it")).toMatchObject({ name: "fresh", colors: ["red"] });
  });

  test("of which one setter sets two and one fails names what is open, and not what is so", async () => {
    all.refuses.add("notes");
    const outcome = await lamp().create(all.run(), { colors: ["red"], notes: { a: 1 } });
    expect(outcome.failedProperties).toMatchObject([{ properties: ["notes"] }]);
    expect(outcome.found).toEqual({ notes: {} });
  });

  test("that can neither set nor look names all that it tried", async () => {
    for (const one of ["notes", "look"]) all.refuses.add(one);
    const context = all.run();
    all.looks = 1; // the next one is refused
    const outcome = await lamp().create(context, { colors: ["red"], notes: { a: 1 } });
    expect(outcome.failedProperties.map(({ properties }) => properties)).toEqual([["colors", "notes"]]);
    expect(outcome.found).toEqual({});
  });
});

describe("an update", () => {
  const state = {
    accountId: "house",
    name: "old",
    colors: ["red"],
    notes: { a: 1 },
    origin: "adopted",
    mark: "abc",
    seen: "before",
  };

  const update = (declared: Record<string, unknown>, ignored?: string[], of: Record<string, unknown> = state) =>
    lamp().update(all.run(), "it", of, declared, ignored);

  test("writes what its plan shows and nothing else, and keeps the facts that no reading gives", async () => {
    hung(all, { colors: ["red", "theirs"], notes: { a: 1, theirs: 1 } });
    const outcome = await update({ name: "old", colors: ["blue"], notes: { a: 2 } });
    expect(all.done).toEqual(["colors", "notes"]);
    expect(all.lamps.get("it")).toMatchObject({ name: "old", colors: ["theirs", "blue"], notes: { a: 2, theirs: 1 } });
    expect(outcome).toEqual({
      id: "it",
      failedProperties: [],
      found: {},
      outputs: { accountId: "house", serial: "7", origin: "adopted", mark: "abc", seen: "before" },
    });
  });

  test("gives what a setter has told", async () => {
    hung(all);
    expect((await update({ ...state, name: "new" })).outputs).toMatchObject({ seen: "named" });
  });

  test("tells of what somebody else has changed, be it written over or left, and no value of it", async () => {
    hung(all, { name: "theirs", notes: { a: "their-note", b: "their-note" } });
    await update({ name: "new", colors: ["red"], notes: { b: 2 } }, [], { ...state, notes: { a: 1, b: 1 } });
    expect(all.said).toEqual([
      'warning: Lamp "new" (it): name was changed by somebody else since the last run, and is written over as the plan shows.',
      'warning: Lamp "new" (it): notes.b was changed by somebody else since the last run, and is written over as the plan shows.',
      'warning: Lamp "new" (it): notes.a left the program, but somebody else has changed it since the last run, so it stays.',
    ]);
    expect(all.lamps.get("it")?.notes).toEqual({ a: "their-note", b: 2 });
  });

  test("writes nothing where what was to go has been changed by somebody else, and tells that", async () => {
    hung(all, { notes: { a: "theirs" } });
    await update({ ...state, notes: {} });
    expect(all.done).toEqual([]);
    expect(said()).toContain("notes.a left the program");
  });

  test("without a plan, as after a failure, makes the account as it is declared", async () => {
    hung(all, { name: "theirs", colors: ["blue"], notes: { a: 3, theirs: 1 } });
    await update({ name: "old", colors: ["red"], notes: { a: 1 } });
    expect(all.lamps.get("it")).toMatchObject({ name: "old", colors: ["red"], notes: { a: 1, theirs: 1 } });
  });

  test.each<[string, string[], Partial<{ name: string; colors: string[]; notes: object }>]>([
    ["a property", ["name"], { name: "old", colors: ["blue"], notes: { a: 2, b: 2 } }],
    ["a leaf", ["notes.a"], { name: "new", colors: ["blue"], notes: { a: 1, b: 2 } }],
    ["every leaf", ["notes[*]"], { name: "new", colors: ["blue"], notes: { a: 1 } }],
    ["an element, and with it its whole set", ["colors[0]"], { name: "new", colors: ["red"], notes: { a: 2, b: 2 } }],
    ["several", ["name", "notes"], { name: "old", colors: ["blue"], notes: { a: 1 } }],
  ])("leaves alone what the program ignores: %s", async (_what, ignored, after) => {
    hung(all);
    await update({ name: "new", colors: ["blue"], notes: { a: 2, b: 2 } }, ignored);
    expect(all.lamps.get("it")).toMatchObject(after);
  });

  test("of what is gone, hidden or another account's is refused, and writes nothing", async () => {
    await expect(update({ name: "new" })).rejects.toBeInstanceOf(NotFoundError);
    hung(all, { isHidden: true });
    await expect(update({ name: "new" })).rejects.toThrow("may not view it");
    all.accountId = "other house";
    await expect(update({ name: "new" })).rejects.toBeInstanceOf(WrongAccountError);
    expect(all.done).toEqual([]);
  });

  test("that is refused keeps in state what the account holds, a removal as well", async () => {
    hung(all, { notes: { a: 1, b: 1 } });
    for (const one of ["notes", "name"]) all.refuses.add(one);
    const before = { ...state, notes: { a: 1, b: 1 } };
    const outcome = await update({ name: "new", colors: ["red"], notes: { a: 2 } }, [], before);
    expect(outcome.failedProperties.map(({ properties }) => properties)).toEqual([["name"], ["notes"]]);
    expect(outcome.found).toEqual({ name: "old", notes: { a: 1, b: 1 } });
  });

  test("that is refused and cannot be looked into names what it tried, and nothing that it found", async () => {
    hung(all);
    for (const one of ["name", "look"]) all.refuses.add(one);
    const outcome = await update({ ...state, name: "new" });
    expect(outcome.failedProperties).toMatchObject([{ properties: ["name"], error: { why: "The house refuses." } }]);
    expect(outcome.found).toEqual({});
  });

  test("asks the kind what may not be written, before anything is", async () => {
    hung(all);
    const asked: unknown[] = [];
    const beforeUpdate = (change: unknown) => {
      asked.push(change);
      throw new ConflictError({ what: "Update", why: "No.", remedy: "Stop." });
    };
    const declared = { ...state, name: "new" };
    await expect(lamp({ beforeUpdate }).update(all.run(), "it", state, declared)).rejects.toThrow("No.");
    expect(asked).toEqual([{ live: { name: "old", colors: ["red"], notes: { a: 1 } }, state, declared }]);
    expect(all.done).toEqual([]);
  });
});

describe("a read", () => {
  test("gives the thing with the facts that only state has; and nothing where it is gone", async () => {
    hung(all);
    const state = { accountId: "house", origin: "made", mark: undefined, seen: "before" };
    expect(await lamp().read(all.run(), "it", state)).toMatchObject({
      inputs: { name: "old" },
      outputs: { accountId: "house", serial: "7", origin: "made", seen: "before" },
    });
    all.lamps.clear();
    expect(await lamp().read(all.run(), "it", state)).toBeUndefined();
    expect(all.looks).toBe(2); // a server may be a moment behind
    expect(await lamp().read(all.run(), "it", {})).toBeUndefined();
    expect(all.looks).toBe(1);
  });

  test("of what may not be viewed leaves state as it is, and says so; without a state it gives what there is", async () => {
    hung(all, { isHidden: true, name: "?" });
    const state = { accountId: "house", name: "mine" };
    const read = await lamp().read(all.run(), "it", state);
    expect(read).toMatchObject({ inputs: state, outputs: state });
    expect(said()).toContain("may not view it, so state stays as it is");
    expect(await lamp().read(all.run(), "it", {})).toMatchObject({ inputs: { name: "?" } });
  });

  test("of what is not there and never was managed asks the kind what the id names", async () => {
    const whyNotThere = () => Promise.resolve(new Error("It is a chair."));
    await expect(lamp({ whyNotThere }).read(all.run(), "it", {})).rejects.toThrow("It is a chair.");
    expect(await lamp({ whyNotThere }).read(all.run(), "it", { accountId: "house" })).toBeUndefined();
  });
});

describe("a delete", () => {
  const remove = (state: object, more?: object, context = all.run()) =>
    lamp(more).delete(context, "it", { accountId: "house", ...state });
  const isThere = () => all.lamps.has("it");

  test.each<[string, object, boolean]>([
    ["what this resource made goes", { origin: "made" }, false],
    ["what it adopted stays", { origin: "adopted" }, true],
    ["what an agent registered goes", { origin: "registered" }, false],
    ["what has no origin, from before there were any, goes", {}, false],
    ["what it made stays where the program says so", { origin: "made", deleteOnDestroy: false }, true],
    ["what it adopted goes where the program says so", { origin: "adopted", deleteOnDestroy: true }, false],
  ])("%s", async (_what, state, stays) => {
    hung(all);
    await remove(state);
    expect(isThere()).toBe(stays);
    expect(said().includes("stays in the account")).toBe(stays);
  });

  test("says why something stays", async () => {
    hung(all);
    await remove({ origin: "adopted" });
    await remove({ origin: "made", deleteOnDestroy: false });
    await remove({ origin: "made" }, { isOthers: () => "it is another by now." });
    expect(all.said).toEqual([
      'info: Lamp "undefined" (it) stays in the account: it was there before this resource adopted it. Set deleteOnDestroy: true and run `pulumi up` before a destroy to delete it as well; this one can be deleted in the remote.it application.',
      'info: Lamp "undefined" (it) stays in the account: deleteOnDestroy is false. Set deleteOnDestroy: true and run `pulumi up` before a destroy to delete it as well; this one can be deleted in the remote.it application.',
      'info: Lamp "undefined" (it) stays in the account: it is another by now.',
    ]);
  });

  test("of a kind whose things stay without an origin leaves them", async () => {
    hung(all);
    await remove({}, { staysWithoutOrigin: true });
    expect(isThere()).toBe(true);
  });

  test("of what is gone is done", async () => {
    await remove({ origin: "made", mark: "mine" });
    expect([all.done, all.said]).toEqual([[], []]);
  });

  test("takes its own mark off what stays, and no other", async () => {
    const { marks } = hung(all, {
      marks: new Map([
        ["mine", "adopted"],
        ["theirs", "adopted"],
      ]),
    });
    await remove({ origin: "adopted", mark: "mine" });
    expect([...marks.keys()]).toEqual(["theirs"]);
    expect(all.done).toEqual(["unmark"]);
    expect(said()).toContain("it bears the mark of another resource");
    await remove({ origin: "adopted", mark: "not there" });
    expect(all.done).toEqual(["unmark"]);
  });

  test("takes marks that outlive the thing away as well, those of its own", async () => {
    const outlive = { marking: { outlive: true, of: () => new Map(), set: () => Promise.resolve(all.done.push("unmark")) } };
    hung(all);
    await remove({ origin: "made", mark: "mine" }, outlive);
    expect(all.done).toEqual(["delete", "unmark"]);
    hung(all);
    await remove({ origin: "made" }, outlive);
    expect(all.done).toEqual(["delete", "unmark", "delete"]);
  });

  test("tells where a mark could not be taken away, and what that means", async () => {
    hung(all, { marks: new Map([["mine", "adopted"]]) });
    all.refuses.add("unmark");
    await remove({ origin: "adopted", mark: "mine" });
    expect(said()).toMatch(
      /could not be taken away: .*until the attribute pulumi-remoteit\/mine is removed\. .*The house refuses\./,
    );
  });

  test("leaves what bears the mark of another stack's resource, whoever made it", async () => {
    hung(all, { marks: new Map([["theirs", "adopted"]]) });
    await remove({ origin: "made" });
    expect(isThere()).toBe(true);
    expect(said()).toContain("it bears the mark of another resource that manages it as well");
    expect(said()).toContain("pulumi-remoteit/theirs");
  });

  test("of the maker hands the thing on to a resource of this program, which then counts as its maker", async () => {
    const { marks } = hung(all, {
      marks: new Map([
        ["heir", "adopted"],
        ["stranger", "adopted"],
      ]),
    });
    const context = all.run();
    context.ownership.declared({ type: "Lamp", id: "it" }, "heir");
    await remove({ origin: "made" }, {}, context);
    expect(Object.fromEntries(marks)).toEqual({ heir: "made", stranger: "adopted" });
    expect(said()).toContain("another resource of this program manages it.");
    marks.delete("stranger");
    all.done = [];
    await remove({ origin: "adopted", mark: "heir" });
    expect([isThere(), all.done]).toEqual([false, ["delete"]]);
  });

  test("of who adopted it hands nothing on", async () => {
    hung(all, {
      marks: new Map([
        ["mine", "adopted"],
        ["other", "adopted"],
      ]),
    });
    const context = all.run();
    context.ownership.declared({ type: "Lamp", id: "it" }, "other");
    await remove({ origin: "adopted", mark: "mine" }, {}, context);
    expect(all.done).toEqual(["unmark"]);
    await remove({ origin: "adopted", mark: "other" });
    expect(isThere()).toBe(true);
  });

  test("under another account is refused", async () => {
    hung(all);
    all.accountId = "other house";
    await expect(remove({ origin: "made" })).rejects.toThrow(
      "It belongs to account house, but the configured access key speaks for account other house.",
    );
    expect(isThere()).toBe(true);
  });
});

describe("the declaration of a kind", () => {
  test("is refused where a property has no setter, or two, or one that none can set", () => {
    expect(() => lamp({ setters: [] })).toThrow("Lamp.name has 0 setters.");
    const setter = (...properties: string[]) => ({ what: "Set", properties, set: () => Promise.resolve() });
    expect(() => lamp({ setters: [setter("name", "colors", "notes"), setter("name")] })).toThrow("Lamp.name has 2 setters.");
    expect(() => lamp({ setters: [setter("name", "colors", "notes", "place")] })).toThrow("Lamp.place has 1 setters.");
  });

  test("previews no mark where the thing is surely made, and one that nobody knows where it may be adopted", () => {
    const previewed = (origin?: string) =>
      lamp({ preview: () => ({ outputs: { ...(origin !== undefined && { origin }), serial: "8" } }) }).preview?.({}, false)
        .outputs;
    expect(previewed("made")).toEqual({ origin: "made", serial: "8", mark: undefined });
    expect(Object.keys(previewed("made") ?? {})).toContain("mark");
    expect(previewed("adopted")).toEqual({ origin: "adopted", serial: "8" });
    expect(Object.keys(previewed("adopted") ?? {})).not.toContain("mark");
    expect(Object.keys(previewed() ?? {})).toEqual(["serial"]);
    expect(lamp().preview?.({}, false)).toEqual({ outputs: {} });
  });

  test("lists what it says, and otherwise tells that it has to", async () => {
    const items = lamp().list(all.run())[Symbol.asyncIterator]();
    await expect(items.next()).rejects.toThrow("Lamp stands in no list, so it has to say how it is listed.");
  });
});
