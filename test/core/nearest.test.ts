import { nearest } from "../../provider/core/nearest";

test("the candidates that look most like a word are named, the nearest first, and no more than three", () => {
  const candidates = ["aaaaaaaa", "pump-west", "pump", "pumps", "valve"];
  expect(nearest("pumpe", candidates)).toBe('"pump", "pumps", or "pump-west"');
  expect(nearest("pumpe", ["valve", "pump"])).toBe('"pump" or "valve"');
});

test("case does not count", () => {
  expect(nearest("VALVE", ["ssh", "rdp", "vnc", "valve"])).toMatch(/^"valve"/);
  expect(nearest("valve", ["ssh", "rdp", "vnc", "VALVE"])).toMatch(/^"VALVE"/);
});
