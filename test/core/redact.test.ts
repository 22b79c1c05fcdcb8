import { protect, redact } from "../../provider/core/secrets";

const encoded = (text: string) => Buffer.from(text).toString("base64");

test("a secret is found wherever it stands: first, last, alone, twice, and one letter is enough around it", () => {
  const secret = protect("wherever-it-stands");
  expect(redact(secret)).toBe("[secret]");
  expect(redact(`${secret}x`)).toBe("[secret]x");
  expect(redact(`x${secret}`)).toBe("x[secret]");
  expect(redact(`${secret}${secret}`)).toBe("[secret][secret]");
  expect(redact(`${secret} ${secret}`)).toBe("[secret] [secret]");
});

test("secrets that begin alike are told apart, and what only begins like one stays", () => {
  for (const one of ["alike-one", "alike-two"]) protect(one);
  expect(redact("alike-one, alike-two, alike-three")).toBe("[secret], [secret], alike-three");
});

test("texts of four characters are secrets, and shorter ones would blot out words", () => {
  expect([protect("q7z"), protect("q7z4")]).toEqual(["q7z", "q7z4"]);
  expect(redact("q7z q7z4 q7")).toBe("q7z [secret] q7");
  expect(redact("q7z q7z4")).toBe("q7z [secret]");
});

test("what overlaps in any order is one gap, with nothing of its tail behind it", () => {
  for (const one of ["overlap-first-part", "part-and-second", "and-second-tail"]) protect(one);
  expect(redact("an overlap-first-part-and-second-tail.")).toBe("an [secret].");
  for (const one of ["abcdefgh-inner", "cdef"]) protect(one);
  expect(redact("abcdefgh-inner-cdef")).toBe("[secret]-[secret]");
});

test.each([0, 1, 2, 3, 4, 5])("nothing of a secret shows in base64 behind %d characters and before others", (before) => {
  const secret = protect("base64?>secret~~ÿÿvalue");
  for (const after of ["", ":", "::", ":::"]) {
    const text = encoded(`${"k".repeat(before)}${secret}${after}`);
    for (const form of [text, text.replaceAll("+", "-").replaceAll("/", "_")]) {
      const [left = "", right = ""] = redact(form).split("[secret]");
      // What is left are the characters that share their bits with what stands around the secret.
      expect(left.length).toBeLessThanOrEqual(Math.ceil((before * 8) / 6));
      expect(right.replace(/=+$/, "").length).toBeLessThanOrEqual(Math.ceil((after.length * 8 + 4) / 6));
      expect(redact(form)).toContain("[secret]");
    }
  }
});

test("in base64 a short secret is not looked for: its form would be found in ordinary words", () => {
  protect("ab1!");
  expect(redact(`x${encoded("ab1!")}`)).toBe(`x${encoded("ab1!")}`);
});

test("a signature that is empty, and one in capitals", () => {
  expect(redact('signature=""')).toBe('signature=""');
  expect(redact('SIGNATURE="AAAA"')).toBe('SIGNATURE="[secret]"');
});

test.each([
  ["twice for JSON and once for a URL", (text: string) => encodeURIComponent(JSON.stringify(text))],
  ["for a URL inside JSON", (text: string) => JSON.stringify({ url: `https://x/?q=${encodeURIComponent(text)}` })],
])("a secret that is escaped %s does not show, beside bytes that are no UTF-8", (_how, escape) => {
  const secret = protect('esc"aped/secret ü');
  expect(redact(`%ff%c3 ${escape(secret)} %e4`)).not.toMatch(/aped|secret(?!\])/);
});
