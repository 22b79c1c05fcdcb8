import fc from "fast-check";
import { protect, redact } from "../../provider/core/secrets";

const secret = protect('se+cret/"VALUE"ü==');
const inside = (text: string) => JSON.stringify(text).slice(1, -1);
const lower = (text: string) => text.replaceAll(/%../g, (escape) => escape.toLowerCase());
const form = (text: string) => new URLSearchParams({ k: text }).toString().slice(2);
const units = (text: string, write: (code: number) => string) =>
  Array.from({ length: text.length }, (_, index) => write(text.charCodeAt(index))).join("");
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0");
const html = (text: string) => text.replace(/[<>&"'/]/g, (character) => `&#${character.charCodeAt(0)};`);
const base64 = (text: string) => Buffer.from(text).toString("base64");

test.each([
  ["as it is", secret],
  ["in JSON", inside(secret)],
  ["in JSON inside JSON", inside(inside(secret))],
  ["in JSON that escapes slashes", inside(secret).replaceAll("/", "\\/")],
  ["in JSON that escapes what it need not", secret.replace("s", "\\u0073").replaceAll('"', '\\"')],
  ["in a URL", encodeURIComponent(secret)],
  ["in a URL of another library", lower(encodeURIComponent(secret))],
  ["in a whole URL", encodeURI(secret)],
  ["in a URL inside JSON", inside(`/${encodeURIComponent(secret)}`).slice(1)],
  ["in a URL inside a URL", encodeURIComponent(encodeURIComponent(secret))],
  ["in JSON inside JSON inside JSON", inside(inside(inside(secret)))],
  ["in escapes of JSON alone", units(secret, (code) => `\\u${hex(code, 4)}`)],
  ["in escapes of JSON in capitals", units(secret, (code) => `\\u${hex(code, 4).toUpperCase()}`)],
  ["in escapes of JavaScript", units(secret, (code) => `\\x${hex(code, 2)}`)],
  ["in escapes of newer JavaScript", units(secret, (code) => `\\u{${hex(code, 2)}}`)],
  ["in a form's field", form(secret)],
  ["in a form's field of another library", lower(form(secret))],
  ["in a form's field inside JSON inside JSON", inside(inside(form(secret)))],
  ["in HTML", secret.replaceAll('"', "&quot;")],
  ["in HTML by numbers", html(secret)],
  ["in HTML by numbers in hexadecimal", units(secret, (code) => `&#x${hex(code, 2)};`)],
  ["in HTML inside JSON", inside(secret.replaceAll('"', "&QUOT;"))],
  ["in a URL inside HTML inside JSON", inside(html(encodeURIComponent(secret)))],
])("a secret %s does not show", (_where, spelled) => {
  expect(redact(`before ${spelled} after`)).toBe("before [secret] after");
});

test.each([
  ["a passphrase", "open the door 7+1", "open+the+door+7%2B1"],
  ["an address with a percent sign", "https://hooks.example.com/a%20b%2Fc", "https://hooks.example.com/a b/c"],
  ["a plus sign that somebody took for a space", "abcdefgh+ijklmnop", "abcdefgh ijklmnop"],
])("%s does not show as it may be read", (_what, hidden, read) => {
  protect(hidden);
  for (const text of [hidden, read, encodeURIComponent(hidden), form(hidden), inside(form(hidden))])
    expect(redact(`<${text}>`)).toBe("<[secret]>");
});

test("of a secret of several lines none shows alone", () => {
  protect("-----BEGIN KEY-----\r\nMIIabcdefgh\r\nijklmnopqr==\r\n-----END KEY-----\r\n");
  expect(redact("  MIIabcdefgh\n  ijklmnopqr==")).toBe("  [secret]\n  [secret]");
  expect(redact("-----BEGIN KEY-----")).toBe("-----BEGIN KEY-----");
});

test.each([0, 1, 2, 3])("a secret in base64 does not show, alone or behind %d characters", (before) => {
  const encoded = base64(`${"k".repeat(before)}${secret}:more`);
  const redacted = redact(`Basic ${encoded}`);
  expect(redacted).toContain("[secret]");
  expect(Buffer.from(redacted.slice(6).replace("[secret]", ""), "base64").toString()).not.toMatch(/cret|VALUE/);
  expect(redact(Buffer.from(secret).toString("base64url"))).toMatch(/^\[secret\].?$/);
});

test.each([
  'Signature keyId="x",signature="AAAABBBB="',
  'sig1=("@method");signature="AAAABBBB="',
  "Signature: remoteit=:AAAABBBB=:",
])("the signature of a request does not show: %s", (header) => {
  for (const text of [header, JSON.stringify({ authorization: header }), encodeURIComponent(header)]) {
    expect(redact(text)).not.toContain("AAAA");
    expect(redact(text)).toContain("[secret]");
  }
});

test("of secrets that overlap or hold one another nothing shows", () => {
  for (const one of ["outer-secret-value", "secret", "value-and-tail"]) protect(one);
  expect(redact("an outer-secret-value-and-tail, a secret")).toBe("an [secret], a [secret]");
});

test("what holds no secret stays as it is, whatever escapes stand in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("\\", "u00", '"', "%", "41", "%C3", "%A4", "x", "ü", "/") }), (text) => {
      expect(redact(text)).toBe(text);
    }),
  );
});

test("no secret shows in any text, however it is escaped", () => {
  const escaped = fc.array(
    fc.constantFrom(inside, encodeURIComponent, form, html, (text: string) => text),
    { maxLength: 3 },
  );
  const unit = fc.constantFrom("a", "7", "%", "+", "/", "\\", '"', "ü", "😀", " ", "=");
  fc.assert(
    fc.property(fc.string({ unit, minLength: 8, maxLength: 30 }), escaped, fc.string(), (hidden, escapes, around) => {
      fc.pre(!around.includes(hidden));
      protect(hidden);
      const spelled = escapes.reduce((text, escape) => escape(text), hidden);
      expect(redact(`<${around}>${spelled}<${around}>`)).not.toContain(spelled);
    }),
  );
});
