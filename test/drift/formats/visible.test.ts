import fc from "fast-check";
import { visible } from "../../../drift/formats/visible";
import { width } from "../../../drift/formats/styling";
import { hostileText } from "./hostile";

test("nothing that acts or cannot be seen is left in a text, and nothing else is lost", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const seen = visible(text, 10_000);
      expect(seen).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]/u);
      expect(seen.replaceAll(/\p{Join_C}|\ufe0e|\ufe0f/gu, "")).not.toMatch(/[\p{Cf}\p{DI}]/u);
      expect(seen).not.toMatch(/##\w*\[/);
    }),
  );
});

test("text without tricks stays as it is, in any script", () => {
  for (const text of ["pump-west", "本社のカメラ 📷", "مضخة المياه", "می‌خواهم", "👩‍🚀 ❤️", "#1 ## [a]", "C:\\new"])
    expect(visible(text)).toBe(text);
});

test("what cannot be seen is written as an escape", () => {
  expect(visible("a\u001b[31m\nb\u202ec\ud800" + "\u{e0041}")).toBe("a\\u001b[31m\\nb\\u202ec\\ud800\\u{e0041}");
});

test("a long text is cut between characters", () => {
  expect(visible("x".repeat(10), 10)).toBe("x".repeat(10));
  expect(visible("x".repeat(11), 10)).toBe(`${"x".repeat(9)}…`);
  expect(visible("📷".repeat(10), 10)).toBe("📷".repeat(10));
  expect(visible("📷".repeat(11), 10)).toBe(`${"📷".repeat(9)}…`);
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 2, max: 60 }), (text, most) => {
      const seen = visible(text, most);
      expect(Array.from(seen).length).toBeLessThanOrEqual(most);
      expect(seen).not.toMatch(/\p{Cs}/u);
    }),
  );
});

test.each([
  ["sensor", 6],
  ["本社", 4],
  ["📷", 2],
  ["👩‍🚀", 2],
  ["é", 1],
  ["مضخة", 4],
  ["ｆｕｌｌ", 8],
])("%s takes %i columns", (text, columns) => {
  expect(width(text)).toBe(columns);
});
