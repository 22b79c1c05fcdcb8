import { nearest } from "../../provider/core/nearest";

test("the candidates that look most like a word are named, the nearest first, and no more than three", () => {
  const candidates = ["aaaaaaaa", "pump-west", "pump", "pumps", "valve"];
  expect(nearest("pum", candidates)).toBe('"pump", "pumps", or "valve"');
  expect(nearest("pum", ["valve", "pump"])).toBe('"pump" or "valve"');
});

test("where one is a slip away, no other is named", () => {
  expect(nearest("secretAcessKey", ["accessKeyId", "secretAccessKey", "developerKey"])).toBe('"secretAccessKey"');
  expect(nearest("pumpe", ["valve", "pump", "pumps"])).toBe('"pump" or "pumps"');
});

test("case does not count", () => {
  expect(nearest("VALVE", ["ssh", "rdp", "vnc", "valve"])).toMatch(/^"valve"/);
  expect(nearest("valve", ["ssh", "rdp", "vnc", "VALVE"])).toMatch(/^"VALVE"/);
});
