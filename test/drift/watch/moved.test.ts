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

function following(caresForUnknown = false) {
  const moved = createMoved(caresForUnknown);
  moved.follow(stacks);
  return moved;
}

const call = (device: string, state = "online", utc = "2026-01-01T00:00:00.000Z") =>
  readDelivery({ device, state, utc }) ?? { ids: [] };

test("a device is looked at for itself and for its services, in whatever case its id is written", () => {
  const moved = following();
  for (const ids of [["80:01"], ["80:02"], ["80:21"], ["80:FF", "80:21"]]) expect(moved.note({ ids })).toBe("noted");
  expect(moved.take(10)).toEqual(["80:01", "80:02"]);
  expect(moved.take(10)).toEqual([]);
});

test("what no stack knows is looked at where that is asked for, and apart from what a stack knows", () => {
  expect(following().note({ ids: ["80:FF"] })).toBe("not ours");
  const moved = following(true);
  expect([moved.note({ ids: ["80:FF"] }), moved.note({ ids: ["80:ff"] })]).toEqual(["noted", "repeated"]);
  moved.note({ ids: ["80:01"] });
  expect([moved.take(10), moved.takeUnknown(10), moved.takeUnknown(10)]).toEqual([["80:01"], ["80:FF"], []]);
  expect(moved.note({ ids: [] })).toBe("not ours");
});

test("an id that no stack knows and the account does is looked at once between two scans; one that it did not know, again", () => {
  const moved = following(true);
  for (const id of ["80:FE", "80:FF"]) moved.note({ ids: [id] });
  moved.takeUnknown(10);
  moved.found(["80:ff", "80:01"]);
  expect(["80:FE", "80:FF", "80:01"].map((id) => moved.note({ ids: [id] }))).toEqual(["noted", "repeated", "noted"]);
  moved.forgetFound();
  expect(moved.note({ ids: ["80:FF"] })).toBe("noted");
});

test("a repeated delivery is known, the next state of the same device and its next move are not", () => {
  const moved = following();
  const calls = [
    call("80:01"),
    call("80:01"),
    call("80:01", "offline"),
    call("80:01", "online", "2026-01-01T00:00:00.001Z"),
    call("80:21"),
  ];
  expect(calls.map(moved.note)).toEqual(["noted", "repeated", "noted", "noted", "noted"]);
});

test.each([false, true])(
  "forged deliveries neither hide nor delay a true one (unknown ids are looked at: %s)",
  (caresForUnknown) => {
    const moved = following(caresForUnknown);
    moved.note(call("80:01"));
    // More than are remembered of what stacks know.
    const moments = Array.from({ length: 12_000 }, (_, index) => new Date(Date.UTC(2026, 0, 1) + index).toISOString());
    for (const utc of moments) {
      moved.note(readDelivery({ device: "80:FE", address: "80:01", state: "online", utc }) ?? { ids: [] });
      moved.note(readDelivery({ Device: utc, Address: "80:21", State: "offline", Time: utc }) ?? { ids: [] });
    }
    // The memory of what is managed is as it was: what is repeated is still known, what is new is noted, and comes first.
    expect(moved.note(call("80:01"))).toBe("repeated");
    expect(moved.note(call("80:21", "offline", moments[7]))).toBe("noted");
    expect(moved.take(1)).toEqual(["80:01"]);
    expect(moved.take(1)).toEqual(["80:02"]);
  },
);

test("nobody can say in advance that a device will move, so that remote.it's own call counts as repeated", () => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  try {
    const moved = following();
    const moment = "2026-01-01T01:00:00.000Z";
    moved.note(call("80:01", "online", moment));
    moved.take(10);
    jest.setSystemTime(Date.parse(moment) + 500);
    expect([moved.note(call("80:01", "online", moment)), moved.note(call("80:01", "online", moment))]).toEqual([
      "noted",
      "repeated",
    ]);
  } finally {
    jest.useRealTimers();
  }
});

test("what could not be looked at is taken again; what left the stacks meanwhile is not", () => {
  const moved = following(true);
  moved.note({ ids: ["80:01", "80:FF"] });
  moved.putBack([...moved.take(10), ...moved.takeUnknown(10)]);
  expect([moved.take(10), moved.takeUnknown(10)]).toEqual([["80:01"], ["80:FF"]]);
  moved.putBack(["80:01"]);
  moved.follow([]);
  expect(moved.take(10)).toEqual([]);
});

test("however many ids and deliveries come, what is remembered stays within its bounds", () => {
  const moved = following(true);
  let full = 0;
  for (let index = 0; index < 30_000; index += 1) {
    const noted = [
      moved.note({ ids: [`90:${index}`, "x"], key: `key ${index}` }),
      moved.note({ ids: ["80:01"], key: `key ${index}` }),
    ];
    if (noted[0] === "full") full += 1;
    if (index % 7 === 0 && index > 20_000) moved.putBack(moved.takeUnknown(3));
    if (index % 3 === 0 && index > 25_000) moved.found(moved.takeUnknown(100));
  }
  expect(full).toBeGreaterThan(10_000);
  expect(moved.size()).toBeLessThanOrEqual(10_000 + 10_000 + 1_000 + 2);
});
