import { failsOn, type Finding, group } from "../../drift";
import { changed, reportOf, unmanaged } from "./report";

test("the same change on many devices is one group, whatever comes between", () => {
  const many = [1, 2, 3].map((number) => changed({ id: `id-${number}`, name: `pump-${number}` }));
  const groups = group([...many.slice(0, 2), unmanaged(), ...many.slice(2)]);
  expect(groups).toEqual([
    { status: "changed", type: "Device", changes: changed().changes, remedy: "up", members: many },
    { status: "unmanaged", type: "Service", remedy: "adopt", members: [unmanaged()] },
  ]);
});

const others: [string, Partial<Finding>][] = [
  ["status", { status: "missing" }],
  ["type", { type: "Webhook" }],
  ["value", { changes: [{ path: "name", kind: "update", expected: "pump", actual: "other" }] }],
  ["reason", { reason: "x" }],
  ["remedy", { remedy: "another" }],
];

test.each(others)("another %s is another group", (_what, more) => {
  expect(group([changed(), changed(more)])).toHaveLength(2);
});

test("what a report fails on is for whoever asks to say", () => {
  const report = reportOf(unmanaged());
  expect([failsOn(report, ["changed", "missing"]), failsOn(report, ["unmanaged"]), failsOn(report, [])]).toEqual([
    false,
    true,
    false,
  ]);
});
