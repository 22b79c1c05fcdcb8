import fc from "fast-check";
import { readStack } from "../../../drift";
import { createMoved, readDelivery } from "../../../drift/watch";
import { exported, recordOf } from "../state";

const stacks = [
  readStack(
    exported([
      recordOf("Device", "80:01", { name: "pump" }, {}),
      recordOf("Service", "80:21", { deviceId: "80:02", name: "ssh" }, {}, "ssh"),
      recordOf("Webhook", "account", { url: "https://example.com" }, {}),
    ]),
  ),
];

function following(caresForStrangers = false) {
  const moved = createMoved(caresForStrangers);
  moved.follow(stacks);
  return moved;
}

test("a device is looked at for itself and for its services, in whatever case its id is written", () => {
  const moved = following();
  for (const ids of [["80:01"], ["80:01", "80:11"], ["80:02"], ["80:21"], ["80:FF", "80:21"]])
    expect(moved.note({ ids })).toBe("noted");
  expect(moved.take(10)).toEqual(["80:01", "80:02"]);
  expect(moved.take(10)).toEqual([]);
});

test("what no stack knows is looked at once, where that is asked for, and after what a stack knows", () => {
  expect(following().note({ ids: ["80:FF"] })).toBe("not ours");
  const moved = following(true);
  expect([moved.note({ ids: ["80:FF"] }), moved.note({ ids: ["80:ff"] })]).toEqual(["noted", "repeated"]);
  moved.note({ ids: ["80:01"] });
  expect(moved.take(10)).toEqual(["80:01", "80:FF"]);
  expect(moved.note({ ids: ["80:FF"] })).toBe("repeated");
  moved.forgetStrangers();
  expect(moved.note({ ids: ["80:FF"] })).toBe("noted");
  expect(moved.note({ ids: [] })).toBe("not ours");
});

test("a repeated delivery is known, the next state of the same device is not", () => {
  const moved = following();
  const call = (State: string) => readDelivery({ Address: "80:01", Device: "80:01", State, Time: "T" }) ?? { ids: [] };
  expect([call("online"), call("online"), call("offline")].map(moved.note)).toEqual(["noted", "repeated", "noted"]);
});

test("what could not be looked at is taken again; what left the stacks meanwhile is not", () => {
  const moved = following();
  moved.note({ ids: ["80:01"] });
  moved.putBack(moved.take(10));
  expect(moved.take(10)).toEqual(["80:01"]);
  moved.putBack(["80:01"]);
  moved.follow([]);
  expect(moved.take(10)).toEqual([]);
});

test("however many ids and deliveries come, what is remembered stays within its bounds", () => {
  const moved = following(true);
  let full = 0;
  for (let index = 0; index < 30_000; index += 1) {
    const noted = moved.note({ ids: [`90:${index}`, "x"], key: `key ${index}` });
    if (noted === "full") full += 1;
    if (index % 7 === 0 && index > 20_000) moved.putBack(moved.take(3));
    if (index % 3 === 0 && index > 25_000) moved.take(100);
  }
  expect(full).toBeGreaterThan(10_000);
  expect(moved.size()).toBeLessThanOrEqual(10_000 + 10_000 + 1_000 + 2);
});

test("whatever is posted is read as a few short texts, or not at all", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.jsonValue(), fc.record({ Address: fc.anything(), Device: fc.anything(), Time: fc.anything() })),
      (value) => {
        const delivery = readDelivery(value);
        if (typeof value !== "object" || value === null || Array.isArray(value)) return void expect(delivery).toBeUndefined();
        expect(delivery?.ids.length).toBeLessThanOrEqual(2);
        for (const id of delivery?.ids ?? []) expect(id.length).toBeLessThanOrEqual(100);
        expect((delivery?.key ?? "").length).toBeLessThanOrEqual(2_000);
      },
    ),
  );
});
