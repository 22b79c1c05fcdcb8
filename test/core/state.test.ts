import { z } from "zod";
import { field, type Hints } from "../../provider/core/field";
import { stateAfter, stateRead } from "../../provider/core/state";
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
