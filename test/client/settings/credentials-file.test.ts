import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";

import { parseCredentials, readCredentialsFile } from "../../../provider/client/settings/credentials-file";

const valuesOf = (text: string, profile: string) => parseCredentials(text).get(profile)?.values;
const pair = (id: string, secret: string) => `R3_ACCESS_KEY_ID=${id}\nR3_SECRET_ACCESS_KEY=${secret}\n`;

let home: string;
const write = (content: string | Buffer) => {
  mkdirSync(join(home, ".remoteit"), { recursive: true });
  writeFileSync(join(home, ".remoteit", "credentials"), content);
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "credentials-"));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

test("keys outside any section are the default profile's, and a section of that name goes before them", () => {
  expect(valuesOf(pair("A", "s1="), "DEFAULT")).toEqual({ accessKeyId: "A", secretAccessKey: "s1=" });
  expect(valuesOf(`R3_DEVELOPER_API_KEY=D\n${pair("A", "s1=")}[default]\n${pair("B", "s2=")}`, "DEFAULT")).toEqual({
    accessKeyId: "B",
    secretAccessKey: "s2=",
    developerKey: "D",
  });
});

test("half a key in the default section is not completed from outside it", () => {
  expect(valuesOf(`${pair("A", "s1=")}[DEFAULT]\nR3_ACCESS_KEY_ID=B`, "DEFAULT")).toEqual({ accessKeyId: "B" });
});

test("a comment after a section's name does not put its keys into the section before", () => {
  const text = `[one]\n${pair("A", "s1=")}  [two] ; the second\n${pair("B", "s2=")}`;
  expect(valuesOf(text, "ONE")).toMatchObject({ accessKeyId: "A" });
  expect(valuesOf(text, "TWO")).toMatchObject({ accessKeyId: "B" });
});

test("a key without a value, a name without an equals sign and sections named like object members are harmless", () => {
  expect(valuesOf("R3_ACCESS_KEY_ID=\nR3_SECRET_ACCESS_KEY\n", "DEFAULT")).toBeUndefined();
  expect([...parseCredentials("[__proto__]\nR3_ACCESS_KEY_ID=A\n[constructor]\nR3_ACCESS_KEY_ID=B").keys()]).toEqual([
    "CONSTRUCTOR",
  ]);
});

test("a dot in a profile's name is part of the name", () => {
  expect(valuesOf(`[site.a]\n${pair("A", "s=")}`, "SITE.A")).toMatchObject({ accessKeyId: "A" });
});

test("a missing file and an unreadable one have no profiles and say which it is", () => {
  expect(readCredentialsFile(home)).toMatchObject({ missing: true, profiles: new Map() });
  mkdirSync(join(home, ".remoteit", "credentials"), { recursive: true });
  expect(readCredentialsFile(home)).toMatchObject({ unreadable: "EISDIR", profiles: new Map() });
});

test("a file in UTF-16, as PowerShell writes it, is read", () => {
  write(Buffer.from(`\uFEFF${pair("A", "s=")}`, "utf16le"));
  expect(readCredentialsFile(home).profiles.get("DEFAULT")?.values).toMatchObject({ accessKeyId: "A" });
});

test("any profiles are read back, however the file is laid out", () => {
  const caseless = (word: string) => fc.mixedCase(fc.constant(word));
  const key = fc.stringMatching(/^[A-Z0-9]{20}$/);
  const secret = fc.uint8Array({ minLength: 20, maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString("base64"));
  const noise = fc.constantFrom("", "# a comment", "; [other]", "   ", "region = eu", "unknown");
  const space = fc.constantFrom("", " ", "\t", "  ");
  const profile = fc.record({
    name: fc.stringMatching(/^[a-zA-Z][\w-]{0,8}$/),
    id: key,
    secret,
    idName: caseless("R3_ACCESS_KEY_ID"),
    secretName: caseless("R3_SECRET_ACCESS_KEY"),
    noise,
    before: space,
    around: space,
    quote: fc.constantFrom("", '"', "'"),
  });
  const file = fc.record({
    profiles: fc.uniqueArray(profile, { minLength: 1, maxLength: 5, selector: ({ name }) => name.toUpperCase() }),
    eol: fc.constantFrom("\n", "\r\n"),
    bom: fc.constantFrom("", "\uFEFF"),
  });
  fc.assert(
    fc.property(file, ({ profiles, eol, bom }) => {
      const lines = profiles.flatMap(({ name, id, secret: value, idName, secretName, noise: between, before, around, quote }) => [
        `${before}[${name}]${around}`,
        `${before}${idName}${around}=${around}${quote}${id}${quote}`,
        between,
        `${before}${secretName}${around}=${around}${quote}${value}${quote}${around}`,
      ]);
      write(bom + lines.join(eol));
      const read = readCredentialsFile(home).profiles;
      expect(read.size).toBe(profiles.length);
      for (const { name, id, secret: value } of profiles)
        expect(read.get(name.toUpperCase())).toEqual({ shown: name, values: { accessKeyId: id, secretAccessKey: value } });
    }),
  );
});

test("no text whatever makes the parser fail", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parseCredentials(text).size >= 0));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("[a]", "[a.b]", "a=1", "a[]=2", "DEFAULT=1", "[DEFAULT]", "=", "[]", '"', "\\")),
      (lines) => parseCredentials(lines.join("\n")).size >= 0,
    ),
  );
});
