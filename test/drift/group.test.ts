import fc from "fast-check";
import { group } from "../../drift/group";
import { statuses, type Change } from "../../drift/report";
import { hostileReport } from "./formats/hostile";
import { changed, large, missing, notChecked, reportOf, unmanaged } from "./formats/support";

const renamed = (from: string, to: string): Change => ({ path: "name", kind: "update", expected: from, actual: to });
const color: Change = { path: "attributes.color", kind: "update", expected: "red", actual: "blue" };

test("the same change on 500 devices is one group", () => {
  const findings = Array.from({ length: 500 }, (_, index) => changed(index, [color]));
  expect(group(findings)).toEqual([
    { status: "changed", type: "Device", changes: [color], remedy: "pulumi up", members: findings },
  ]);
});

test("devices that were renamed, each to its own name, are one group that holds no values", () => {
  const findings = [1, 2, 3].map((index) => changed(index, [renamed(`a${index}`, `b${index}`)]));
  expect(group(findings).map(({ changes, members }) => ({ changes, members }))).toEqual([
    { changes: [{ path: "name", kind: "update" }], members: findings },
  ]);
});

test("a change that several share stays a group of its own beside those that each have their own", () => {
  const shared = [1, 2].map((index) => changed(index, [renamed("a", "b")]));
  const own = [3, 4, 5].map((index) => changed(index, [renamed(`a${index}`, `b${index}`)]));
  expect(group([...shared, ...own]).map(({ members }) => members)).toEqual([own, shared]);
});

test("a change of one thing alone keeps its values", () => {
  expect(group([changed(1, [color])])[0]?.changes).toEqual([color]);
});

test("other types, properties, kinds, reasons and remedies are other groups", () => {
  const findings = [
    changed(1, [color]),
    changed(2, [color], { type: "Service" }),
    changed(3, [{ path: "attributes.color", kind: "remove", expected: "red" }]),
    changed(4, [color, renamed("a", "b")]),
    { ...changed(5, [color]), remedy: "pulumi refresh" },
    notChecked(6, "no permission"),
    notChecked(7, "another account"),
  ];
  expect(group(findings)).toHaveLength(findings.length);
});

test("statuses keep their order, and the largest group of each comes first", () => {
  const findings = [
    unmanaged(1),
    unmanaged(2),
    missing(3),
    changed(4, [color]),
    ...[5, 6].map((index) => changed(index, [renamed("a", "b")])),
  ];
  expect(group(findings).map(({ status, members }) => [status, members.length])).toEqual([
    ["changed", 2],
    ["changed", 1],
    ["missing", 1],
    ["unmanaged", 2],
  ]);
});

test("every finding is in one group, and the groups of a status are never told apart by it", () => {
  fc.assert(
    fc.property(hostileReport, ({ findings }) => {
      const groups = group(findings);
      expect(new Set(groups.flatMap(({ members }) => members))).toEqual(new Set(findings));
      expect(groups.flatMap(({ members }) => members)).toHaveLength(findings.length);
      for (const { status, type, remedy, members } of groups)
        for (const member of members) expect(member).toMatchObject({ status, type, remedy });
      const order = groups.map(({ status }) => statuses.indexOf(status));
      expect(order).toEqual([...order].sort((one, other) => one - other));
    }),
  );
});

test("5,000 findings are a handful of groups", () => {
  expect(group(large().findings).length).toBeLessThan(20);
  expect(group(reportOf([]).findings)).toEqual([]);
});
