import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { readParts, readText } from "../../cli/support/input";
import { readCredentialsFile } from "../../provider/client/settings/credentials-file";
import { temporaryFolder } from "../support/run";
import { useState } from "./drift/support";

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

/** Every way in which a text may lie in a file. */
const encodings: readonly [string, (text: string) => Buffer][] = [
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with a byte order mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16 LE, as PowerShell writes it", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16 LE without a mark", (text) => Buffer.from(text, "utf16le")],
  ["UTF-16 BE", (text) => utf16be(`\ufeff${text}`)],
  ["UTF-16 BE without a mark", utf16be],
];
const forms: typeof encodings = [
  ...encodings,
  ...encodings.map(([name, encode]) => [`${name}, in gzip`, (text: string) => gzipSync(encode(text))] as const),
].map(([name, encode]) => [name, encode]);

const file = (bytes: Buffer) => {
  const path = join(temporaryFolder(), "file");
  writeFileSync(path, bytes);
  return path;
};

test.each(forms)("a text is read as it is, in %s", async (_name, encode) => {
  const text = fc.string({ unit: "grapheme", maxLength: 40 }).map((more) => `{"${more}`);
  await fc.assert(
    fc.asyncProperty(text, async (wanted) => {
      expect(await readText(file(encode(wanted)))).toBe(wanted);
    }),
    { numRuns: 20 },
  );
});

test("a text of many parts is whole, wherever they end", async () => {
  const text = "{pump-\u00e9\u{1f600} ".repeat(40_000);
  for (const [, encode] of forms) expect(await readText(file(encode(text)))).toBe(text);
});

test("an empty file is an empty text, and one byte is one character", async () => {
  expect(await readText(file(Buffer.from("")))).toBe("");
  expect(await readText(file(Buffer.from("x")))).toBe("x");
});

test("what is cut off or broken in gzip fails, and so does what is too large to be meant", async () => {
  const whole = gzipSync("x".repeat(100_000));
  await expect(readText(file(whole.subarray(0, -20)))).rejects.toMatchObject({ code: "Z_BUF_ERROR" });
  await expect(readText(file(Buffer.concat([whole.subarray(0, 12), Buffer.alloc(50, 7)])))).rejects.toThrow();
  await expect(readText(file(gzipSync(Buffer.alloc(70_000_000, "x"))))).rejects.toMatchObject({ code: "EFBIG" });
});

test("who stops reading leaves nothing open", async () => {
  for await (const part of readParts(file(gzipSync("x".repeat(1_000_000))))) {
    expect(part.length).toBeGreaterThan(0);
    break;
  }
});

test.each(encodings)("the credentials file, in %s", (_name, encode) => {
  const home = temporaryFolder();
  mkdirSync(join(home, ".remoteit"));
  writeFileSync(join(home, ".remoteit", "credentials"), encode("[DEFAULT]\nR3_ACCESS_KEY_ID=abc\n"));
  expect(readCredentialsFile(home).profiles.get("DEFAULT")?.values).toEqual({ accessKeyId: "abc" });
});

describe("pulumi-remoteit drift", () => {
  const account = useState();
  const summary = async (args: readonly string[], input: Buffer, cwd = temporaryFolder()) => {
    const { stdout, stderr } = await account.drift([...args, "--format", "json", "--fail-on", "none"], { cwd, input });
    return { stderr, summary: (JSON.parse(stdout) as { summary: object }).summary };
  };

  test.each(forms.filter((_, index) => [1, 2, 6, 8].includes(index)))(
    "takes a state in %s, from a file and a pipe",
    async (_name, encode) => {
      const cwd = temporaryFolder();
      const bytes = encode(account.state);
      writeFileSync(join(cwd, "dev.json.gz"), bytes);
      const expected = { stderr: "", summary: expect.objectContaining({ inSync: 3, unmanaged: 1 }) as object };
      expect(await summary(["--state", "dev.json.gz"], Buffer.from(""), cwd)).toEqual(expected);
      expect(await summary(["--state", "-"], bytes)).toEqual(expected);
    },
  );

  test.each(encodings.slice(1, 3))("takes ignore rules and a baseline in %s", async (_name, encode) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, "rules"), encode("name:pump-3 # not ours"));
    writeFileSync(join(cwd, "known.json"), encode('{"formatVersion":1,"findings":[]}'));
    const args = ["--state", "-", "--ignore-file", "rules", "--baseline", "known.json", "--only-new"];
    const { stderr, summary: counts } = await summary(args, Buffer.from(account.state), cwd);
    expect({ stderr, counts }).toMatchObject({ stderr: "", counts: { unmanaged: 0 } });
  });
});
