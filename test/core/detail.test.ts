import fc from "fast-check";
import { details } from "../../provider/core/detail";
import { diff } from "../../provider/core/diff";
import { UNKNOWN } from "../../provider/core/unknown";
import { device } from "../../provider/domains/devices/device";
import { service } from "../../provider/domains/services/service";

const id = "80:00:00:00:01:00:00:01";

function of(resource: Parameters<typeof diff>[0], state: Record<string, unknown>, declared: Record<string, unknown>) {
  return details(diff(resource, id, state, declared), state, declared);
}

test("a difference inside a map is told by its own path", () => {
  const state = { attributes: { $remoteit: { color: 3, label: "a" }, gone: 1, "b c": 1, same: [1] } };
  const declared = { attributes: { $remoteit: { color: 4, label: "a" }, "b c": 2, same: [1], added: { x: 1 } } };
  expect(of(device, state, declared)).toEqual([
    { path: "attributes.$remoteit.color", kind: "update", replaces: false },
    { path: "attributes.gone", kind: "delete", replaces: false },
    { path: 'attributes["b c"]', kind: "update", replaces: false },
    { path: "attributes.added", kind: "add", replaces: false },
  ]);
});

test("what every object inherits is not held by state", () => {
  const declared = { attributes: { a: 1, constructor: "x" } };
  expect(of(device, { attributes: { a: 1 } }, declared)).toEqual([
    { path: "attributes.constructor", kind: "add", replaces: false },
  ]);
});

test("a list differs as a whole, and a property that comes or goes is said to", () => {
  expect(of(device, { tags: ["a"], name: "n" }, { tags: ["b"], waitSeconds: 3 })).toEqual([
    { path: "name", kind: "delete", replaces: false },
    { path: "tags", kind: "update", replaces: false },
    { path: "waitSeconds", kind: "add", replaces: false },
  ]);
});

test("what replaces is said to", () => {
  const state = { deviceId: id, name: "ssh", application: "SSH" };
  expect(of(service, state, { ...state, deviceId: UNKNOWN })).toEqual([{ path: "deviceId", kind: "update", replaces: true }]);
  expect(of(device, {}, { deviceId: "80:00:00:00:01:00:00:02" })).toEqual([{ path: "deviceId", kind: "add", replaces: true }]);
});

test("every property that differs has a path, every path belongs to one that differs, and none comes twice", () => {
  const attributes = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(attributes, attributes, fc.string(), fc.string(), (one, other, name, otherName) => {
      const [state, declared] = [
        { attributes: one, name },
        { attributes: other, name: otherName },
      ];
      const { changed } = diff(device, id, state, declared);
      const paths = of(device, state, declared).map(({ path }) => path);
      expect(new Set(paths.map((path) => /^\w+/.exec(path)?.[0]))).toEqual(new Set(changed));
      expect(new Set(paths).size).toBe(paths.length);
    }),
  );
});

test("a map that differs in nothing that can be named differs as a whole", () => {
  const difference = { changed: ["attributes"], replaces: [] };
  expect(details(difference, { attributes: { a: null } }, { attributes: {} })).toEqual([
    { path: "attributes", kind: "update", replaces: false },
  ]);
});
