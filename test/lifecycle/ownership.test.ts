import { ConflictError } from "../../provider/core/errors";
import { createOwnership } from "../../provider/lifecycle";
import { noteDeclared } from "../../provider/lifecycle";
import { MADE, UNMARKED } from "../../provider/lifecycle/ownership";

const about = { what: "Creating lamp" };
const thing = { type: "Lamp", id: "80:0A" };
const sameInLowerCase = { type: "Lamp", id: "80:0a" };
const another = { type: "Lamp", id: "80:0B" };
const ofAnotherKind = { type: "Chair", id: "80:0A" };

test("a thing is taken once, whatever the case of its id, and of each kind for itself", () => {
  const ownership = createOwnership();
  ownership.take(thing, about);
  expect(() => ownership.take(sameInLowerCase, about)).toThrow(ConflictError);
  expect(() => ownership.take(sameInLowerCase, about)).toThrow("80:0a is already managed by another resource of this program.");
  ownership.take(another, about);
  ownership.take(ofAnotherKind, about);
  expect([thing, sameInLowerCase].map(ownership.isTaken)).toEqual([true, true]);
  expect(createOwnership().isTaken(thing)).toBe(false);
});

test("owned is what a create has taken or a diff has declared", () => {
  const ownership = createOwnership();
  expect(ownership.isOwned(thing)).toBe(false);
  ownership.take(thing, about);
  ownership.declared(another, MADE);
  expect([thing, another, ofAnotherKind].map(ownership.isOwned)).toEqual([true, true, false]);
});

test("the diff of a refresh declares nothing; the one after it does", () => {
  const ownership = createOwnership();
  ownership.refreshed(thing);
  expect(ownership.declared(thing, MADE)).toBe("read");
  expect(ownership.isOwned(thing)).toBe(false);
  expect(ownership.declared(thing, MADE)).toBe("own");
  expect(ownership.isOwned(thing)).toBe(true);
});

test("a resource that is declared has its thing, shares it, or has lost it to one that has taken it", () => {
  const ownership = createOwnership();
  expect(ownership.declared(thing, "one")).toBe("own");
  expect(ownership.declared(thing, "one")).toBe("own");
  expect(ownership.declared(thing, "other")).toBe("shared");
  ownership.take(another, about);
  expect(ownership.declared(another, "one")).toBe("taken");
  ownership.owns(another, "one");
  expect(ownership.declared(another, "one")).toBe("own");
  expect(ownership.declared(another, "other")).toBe("taken");
});

test("the others that manage a thing are all but the one that asks; of those without a mark, one that was declared is another", () => {
  const ownership = createOwnership();
  ownership.take(thing, about);
  ownership.owns(thing, "taker");
  ownership.declared(thing, "taker");
  expect(ownership.others(thing, "taker")).toEqual([]);
  expect(ownership.others(thing, "leaver")).toEqual(["taker"]);
  for (const nameless of [MADE, UNMARKED]) {
    const run = createOwnership();
    expect(run.others(thing, nameless)).toEqual([]);
    run.declared(thing, nameless);
    expect(run.others(thing, nameless)).toEqual([nameless]);
    const made = createOwnership();
    made.take(thing, about);
    made.owns(thing, nameless);
    expect(made.others(thing, nameless)).toEqual([]);
  }
});

test("what its maker has left is remembered", () => {
  const ownership = createOwnership();
  ownership.leftBehind(thing);
  expect([thing, sameInLowerCase, another].map(ownership.isLeftBehind)).toEqual([true, true, false]);
});

test("after a create that failed nothing of its kind is deleted in this run", async () => {
  const ownership = createOwnership();
  expect(await ownership.noteFailure("Lamp", Promise.resolve("made"))).toBe("made");
  ownership.refuseAfterFailure(thing);
  await expect(ownership.noteFailure("Lamp", Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(() => ownership.refuseAfterFailure(another)).toThrow(/could not be created in this run.*Nothing was deleted/);
  ownership.refuseAfterFailure(ofAnotherKind);
});

describe("a thing of its own", () => {
  const needs = (kind: object, states: object[]) => {
    const said: string[] = [];
    const ownership = createOwnership();
    const context = { ownership, log: (_level: string, message: string) => void said.push(message) };
    const lamp = { type: "Lamp", inputs: {}, called: () => "lamp", ...kind };
    return { needs: states.map((state) => noteDeclared(lamp, context, "80:0A", { ...state }, {}).needsItsOwn), said };
  };
  const [made, adopted, other] = [{ origin: "made" }, { origin: "adopted", mark: "a" }, { origin: "adopted", mark: "b" }];

  test("is needed by the one of two that adopted, where the account may hold several, and nothing is said", () => {
    expect(needs({ isRepeatable: true }, [made, adopted])).toEqual({ needs: [false, true], said: [] });
  });

  test("is needed by neither of two that must share, and that is said", () => {
    expect(needs({}, [adopted, other])).toEqual({
      needs: [false, false],
      said: ["Lamp 80:0A: two resources of this program manage it. Remove one of the two declarations."],
    });
    expect(needs({ isRepeatable: true }, [adopted, made])).toMatchObject({ needs: [false, false], said: { length: 1 } });
  });

  test("is needed by nobody who is alone, under the id that the account knows it by", () => {
    expect(needs({}, [made])).toEqual({ needs: [false], said: [] });
    const identity = (_id: string, { mark }: Readonly<Record<string, unknown>>) => String(mark);
    expect(needs({ identity }, [adopted, other])).toEqual({ needs: [false, false], said: [] });
  });
});
