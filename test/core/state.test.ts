import { z } from "zod";
import { field, type Hints } from "../../provider/core/field";
import { heldIn, inputsRead, stateAfter, stateForeseen, stateRead } from "../../provider/core/state";
import { UNKNOWN } from "../../provider/core/unknown";
import { device } from "../../provider/domains/devices/device";

const id = "80:00:00:00:01:00:00:01";
const facts = { accountId: "account", origin: undefined, hardwareId: "hw", deviceSecret: undefined };
const live = {
  id,
  inputs: { name: "pump", tags: ["b", "a"], attributes: { $remoteit: { color: 3, label: "theirs" }, theirs: 1 } },
  outputs: facts,
};

test("a read takes the managed properties only", () => {
  expect(stateRead(device, live, { name: "old", accountId: "account" })).toEqual({
    name: "pump",
    accountId: "account",
    hardwareId: "hw",
  });
});

test("a read keeps the form of what means the same, and only the managed part of attributes", () => {
  const held = { tags: ["a", "b"], attributes: { $remoteit: { color: 3 } }, waitSeconds: 5 };
  expect(stateRead(device, live, held)).toMatchObject(held);
});

test("a read shows what changed in the managed part", () => {
  const held = { tags: ["a"], attributes: { $remoteit: { color: 4 }, gone: true } };
  expect(stateRead(device, live, held)).toMatchObject({ tags: ["b", "a"], attributes: { $remoteit: { color: 3 } } });
  expect(stateRead(device, live, held)["attributes"]).not.toHaveProperty("gone");
});

test("a read keeps the form of what means the same to one who knows more of the thing", () => {
  const named = {
    name: field(z.string(), "N.", { same: (one, other, { prefix }) => `${String(prefix)}${String(one)}` === other }),
  };
  const read = (hints?: Hints) =>
    stateRead({ inputs: named }, { id, inputs: { name: "p-a" }, outputs: {}, ...(hints && { hints }) }, { name: "a" });
  expect([read({ prefix: "p-" }), read({ prefix: "q-" }), read()]).toEqual([{ name: "a" }, { name: "p-a" }, { name: "p-a" }]);
});

test("a read of what is not managed yet takes everything", () => {
  expect(stateRead(device, live, undefined)).toMatchObject(live.inputs);
});

test("what could not be set keeps its value of before, and what counts at creation is not kept", () => {
  const failedProperties = [{ properties: ["tags", "name"], error: new Error("refused") }];
  const declared = { claimCode: "c", name: "new", tags: ["a"], attributes: { a: 1 } };
  expect(stateAfter(device, { name: "old" }, declared, { id, outputs: facts, failedProperties })).toEqual({
    name: "old",
    attributes: { a: 1 },
    accountId: "account",
    hardwareId: "hw",
  });
});

describe("of a kind with a property of each mark", () => {
  const text = z.string().optional();
  const kind = {
    inputs: {
      id: field(text, "I.", { identity: true }),
      code: field(text, "C.", { origin: true }),
      name: field(text, "N."),
      wait: field(text, "W.", { local: true }),
    },
    outputs: { accountId: field(text, "A."), origin: field(text, "O.") },
  };
  const found = { id: "1", inputs: { id: "theirs", code: "c", name: "live", wait: null }, outputs: { accountId: "A" } };

  test("a read without a state takes everything but what counts at creation alone; with one, what is managed", () => {
    expect(stateRead(kind, found, undefined)).toStrictEqual({ id: "theirs", name: "live", accountId: "A" });
    expect(stateRead(kind, found, { id: null, code: "c", name: undefined, wait: "5" })).toStrictEqual({
      wait: "5",
      accountId: "A",
    });
  });

  test("the declaration of what is imported holds all that can be read, and the id where it has a place", () => {
    expect(inputsRead(kind, found)).toStrictEqual({ id: "1", code: "c", name: "live" });
  });

  test("a state without an account is none: this provider has not made it", () => {
    expect(heldIn({ name: "x" })).toBeUndefined();
    expect(heldIn({ accountId: "A", name: "x" })).toStrictEqual({ accountId: "A", name: "x" });
  });

  test("a preview of a create knows what the kind foretells, and nothing else of the facts", () => {
    const preview = (declared: object, exists: boolean) => ({
      id: "1",
      outputs: { origin: exists ? "before" : "made", declared },
    });
    const declared = { name: "new", code: "c", wait: null };
    expect(stateForeseen({ ...kind, preview }, undefined, declared)).toStrictEqual({
      id: "1",
      state: { name: "new", accountId: UNKNOWN, origin: "made", declared },
    });
    expect(stateForeseen(kind, undefined, declared)).toStrictEqual({
      id: undefined,
      state: { name: "new", accountId: UNKNOWN, origin: UNKNOWN },
    });
  });

  test("a preview of an update leaves the facts as they are", () => {
    const before = { name: "old", accountId: "A", origin: "made" };
    expect(stateForeseen(kind, before, { name: "new" }).state).toStrictEqual({ name: "new", accountId: "A", origin: "made" });
    const preview = (_declared: object, exists: boolean) => ({ outputs: { origin: exists ? "before" : "made" } });
    expect(stateForeseen({ ...kind, preview }, before, {})).toStrictEqual({
      id: undefined,
      state: { accountId: "A", origin: "before" },
    });
  });

  test("of what could not be set state holds what was found, or what it held before", () => {
    const failedProperties = [{ properties: ["name", "wait"], error: new Error("no") }];
    const outcome = { id: "1", outputs: {}, failedProperties, found: { name: "live" } };
    expect(stateAfter(kind, { name: "old", wait: "1" }, { name: "new", wait: "2", id: "1" }, outcome)).toStrictEqual({
      id: "1",
      name: "live",
      wait: "1",
    });
    expect(stateAfter(kind, {}, { name: "new", wait: "2" }, { ...outcome, found: { name: undefined } })).toStrictEqual({});
  });
});
