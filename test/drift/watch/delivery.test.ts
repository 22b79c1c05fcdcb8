import fc from "fast-check";
import { readDelivery } from "../../../drift/watch";

/** A call as it was received once: sixteen keys. */
const call = {
  device: "80:01",
  address: "203.0.113.7",
  name: "pump",
  email: "a@example.com",
  user: "u-1",
  username: "remote.it",
  language: "en",
  state: "online",
  type: "DEVICE_STATE",
  utc: "2021-10-13T02:22:41.819Z",
  time: "October 12, 2021 7:22 PM",
  text: "pump is online",
  color: "#36a64f",
  icon_url: "https://example.com/icon.png",
  url: "https://app.remote.it",
  version: 1,
};

/** The same as the documentation's table has it. */
const table = {
  Address: "203.0.113.7",
  Device: "80:01",
  Email: "a@example.com",
  Name: "pump",
  State: "online",
  Time: "2021-10-13T02:22:41.819Z",
  Type: "DEVICE_STATE",
};

const read = { ids: ["80:01"], key: '["80:01","online","2021-10-13T02:22:41.819Z"]' };
const keyed = (value: unknown) => readDelivery(value)?.key;

test.each([
  ["sixteen keys", call],
  ["seven capitalised keys", table],
  ["keys in capitals", { DEVICE: "80:01", STATE: "online", UTC: call.utc }],
])("%s name what moved, and the delivery by its id, its state and the moment", (_form, value) => {
  expect(readDelivery(value)).toEqual(read);
});

test("keys count in any case, in any order, beside whatever else there is", () => {
  const inAnyCase = (key: string) =>
    fc
      .array(fc.boolean(), { minLength: key.length, maxLength: key.length })
      .map((upper) => key.replace(/./g, (letter, index: number) => (upper[index] ? letter.toUpperCase() : letter)));
  const names = Object.keys(call);
  const others = fc.dictionary(
    fc.string().filter((key) => !["device", "state", "utc", "time"].includes(key.toLowerCase())),
    fc.jsonValue(),
  );
  const calls = fc.tuple(fc.tuple(...names.map(inAnyCase)), others).chain(([keys, more]) => {
    const written = keys.map((key, index) => [key, Object.values(call)[index]] as const);
    return fc.shuffledSubarray([...written, ...Object.entries(more)], { minLength: written.length + Object.keys(more).length });
  });
  fc.assert(fc.property(calls, (entries) => void expect(readDelivery(Object.fromEntries(entries))).toEqual(read)));
});

test("the address is no id, whatever stands there", () => {
  expect(readDelivery({ address: "80:02", Address: "80:03", state: "online", utc: call.utc })).toEqual({ ids: [] });
});

describe("nothing counts as repeated", () => {
  const { utc: _utc, ...withoutUtc } = call;
  const { state: _state, ...withoutState } = call;
  const { device: _device, ...withoutDevice } = call;

  test.each([
    ["without the moment: prose is none", withoutUtc],
    ["where lower-case `time` is anything else", { ...withoutUtc, time: call.utc }],
    ["where `Time` is prose", { ...table, Time: "October 12, 2021 7:22 PM" }],
    ["where the moment has no seconds", { ...call, utc: "2021-10-13 02:22" }],
    ["where the moment is a number", { ...call, utc: 1634091761819, time: "T" }],
    ["without the state", withoutState],
    ["without an id", withoutDevice],
    ["where the moment is given in two ways", { ...call, UTC: "2021-10-13T02:22:41.820Z" }],
    ["where the state is given in two ways", { ...call, State: "offline" }],
    ["where the id is given in two ways", { ...call, Device: "80:02" }],
    ["before the moment has come", { ...call, utc: new Date(Date.now() + 60_000).toISOString() }],
  ])("%s", (_why, value) => {
    expect(keyed(value)).toBeUndefined();
  });
});

test("a second move within the same minute is another delivery, and so is that of each service", () => {
  const calls = [
    call,
    { ...call, utc: "2021-10-13T02:22:58.001Z" },
    { ...call, state: "offline" },
    { ...call, device: "80:02", name: "ssh" },
  ];
  expect(new Set(calls.map(keyed)).size).toBe(4);
});

test("a call that names two ids says to look at both; the same one twice is one", () => {
  expect(readDelivery({ ...call, Device: "80:02" })?.ids).toEqual(["80:01", "80:02"]);
  expect(readDelivery({ ...call, ...table })).toEqual(read);
});

test.each([undefined, null, 7, "text", true, [], [call], [[]]])("%j is no call", (value) => {
  expect(readDelivery(value)).toBeUndefined();
});

test("whatever is posted is read as a few short texts, or not at all", () => {
  const anyObject = fc.record(
    {
      device: fc.anything(),
      Device: fc.anything(),
      DEVICE: fc.string({ minLength: 90, maxLength: 200 }),
      state: fc.anything(),
      utc: fc.anything(),
      Time: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), anyObject), (value) => {
      const delivery = readDelivery(value);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return void expect(delivery).toBeUndefined();
      expect(delivery?.ids.length).toBeLessThanOrEqual(3);
      for (const id of delivery?.ids ?? []) expect(id.length).toBeLessThanOrEqual(100);
      expect((delivery?.key ?? "").length).toBeLessThanOrEqual(2_000);
    }),
  );
});

test("what only looks like a key is none", () => {
  const odd: unknown = JSON.parse(
    '{"__proto__":{"device":"80:01"},"constructor":"80:02","dev\\u0130ce":"80:03","device ":"80:04"}',
  );
  expect(readDelivery(odd)).toEqual({ ids: [] });
});
