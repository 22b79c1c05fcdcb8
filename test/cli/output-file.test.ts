import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeFile } from "../../cli/support/output-file";
import { ConfigurationError } from "../../provider/core/errors";
import { temporaryFolder } from "../support/run";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test.each([0o600, 0o640, 0o664, 0o755])("a file of mode %o keeps it, and holds the new text alone", async (mode) => {
  const path = join(temporaryFolder(), "report.json");
  writeFileSync(path, "a longer text than the next");
  chmodSync(path, mode);
  await writeFile(path, ["one ", "two"]);
  expect(readFileSync(path, "utf8")).toBe("one two");
  expect(modeOf(path)).toBe(mode.toString(8));
});

test("a new file has the mode that the umask leaves", async () => {
  const folder = temporaryFolder();
  const before = process.umask(0o027);
  try {
    await writeFile(join(folder, "report"), ["x"]);
  } finally {
    process.umask(before);
  }
  expect(modeOf(join(folder, "report"))).toBe("640");
});

test("while a file of mode 0600 is replaced, nobody else can read what is written beside it", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "report");
  writeFileSync(path, "old");
  chmodSync(path, 0o600);
  const seen: string[] = [];
  async function* chunks() {
    yield await Promise.resolve("x".repeat(100_000));
    for (const name of readdirSync(folder)) seen.push(`${name} ${modeOf(join(folder, name))}`);
    yield "end";
  }
  await writeFile(path, chunks());
  expect(seen).toHaveLength(2);
  for (const one of seen) expect(one).toMatch(/ 600$/);
  expect(seen.filter((one) => !one.startsWith("report "))).toEqual([expect.stringMatching(/^\.report\.[\w-]{12} /)]);
});

test("a link stays a link, and the file it leads to is replaced", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "real"), "old");
  symlinkSync("real", join(folder, "link"));
  await writeFile(join(folder, "link"), ["new"]);
  expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "real"), "utf8")).toBe("new");
});

test("where writing fails, the old file is as it was, nothing is left beside it and nobody listens for the end", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "report");
  writeFileSync(path, "old");
  const listeners = process.listenerCount("exit");
  function* chunks() {
    yield "x".repeat(100_000);
    throw new Error("broken");
  }
  await expect(writeFile(path, chunks())).rejects.toThrow("broken");
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["report"]);
  expect(process.listenerCount("exit")).toBe(listeners);
});

test("a folder that is not there is an error that says what to name", async () => {
  const writing = writeFile(join(temporaryFolder(), "no", "report"), ["x"]);
  await expect(writing).rejects.toThrow(ConfigurationError);
  await expect(writing).rejects.toThrow(/There is no such file or folder \(ENOENT\)\./);
});

test("what is no plain file is written to directly", async () => {
  await writeFile("/dev/null", ["x"]);
  expect(statSync("/dev/null").isFile()).toBe(false);
});
