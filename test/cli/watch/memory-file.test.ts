import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openMemory } from "../../../cli/watch/memory-file";
import { type Alert, memoryText } from "../../../drift/watch";
import { ConfigurationError } from "../../../provider/core/errors";
import { temporaryFolder } from "../../support/run";
import { recordProblems } from "./record";

const alert = (id: string): Alert => ({
  status: "changed",
  type: "Device",
  id,
  name: "pump",
  account: "mine",
  changes: ["digest"],
  pending: [],
});
const inFile = (path: string) => (JSON.parse(readFileSync(path, "utf8")) as { alerts: Alert[] }).alerts.map(({ id }) => id);

test("without a file nothing is remembered and nothing written", async () => {
  const memory = await openMemory(undefined, recordProblems());
  expect(memory.remembered).toEqual([]);
  let asked = 0;
  memory.save(() => [alert(String(++asked))]);
  await memory.written();
  expect(asked).toBe(0);
});

test("a file that is not there is made at once: that it cannot be written shows at the start", async () => {
  const path = join(temporaryFolder(), "memory.json");
  expect((await openMemory(path, recordProblems())).remembered).toEqual([]);
  expect(inFile(path)).toEqual([]);
  const nowhere = join(temporaryFolder(), "no/such/folder.json");
  await expect(openMemory(nowhere, recordProblems())).rejects.toThrow(ConfigurationError);
});

test("what was saved is there after the next start", async () => {
  const path = join(temporaryFolder(), "memory.json");
  const memory = await openMemory(path, recordProblems());
  memory.save(() => [alert("80:01")]);
  await memory.written();
  expect((await openMemory(path, recordProblems())).remembered).toEqual([alert("80:01")]);
  expect(inFile(path)).toEqual(["80:01"]);
});

test("what is saved meanwhile is written together, and nothing later is left out", async () => {
  const path = join(temporaryFolder(), "memory.json");
  const memory = await openMemory(path, recordProblems());
  const asked: string[] = [];
  const save = (id: string) =>
    memory.save(() => {
      asked.push(id);
      return [alert(id)];
    });
  save("first");
  save("second");
  const written = memory.written();
  await Promise.resolve();
  await Promise.resolve();
  save("while it is written");
  save("last");
  await written;
  expect(asked).toEqual(["second", "last"]);
  expect(inFile(path)).toEqual(["last"]);
  save("after it was written");
  await memory.written();
  expect(inFile(path)).toEqual(["after it was written"]);
});

test("that it cannot be written any more is reported, and so is that it can be again", async () => {
  const folder = join(temporaryFolder(), "inner");
  mkdirSync(folder);
  const path = join(folder, "memory.json");
  const problems = recordProblems();
  const memory = await openMemory(path, problems);
  rmSync(folder, { recursive: true });
  memory.save(() => [alert("80:01")]);
  await memory.written();
  expect(problems.said).toEqual([expect.stringMatching(/^failed: The memory: Writing .*memory\.json failed: /)]);
  mkdirSync(folder);
  memory.save(() => [alert("80:02")]);
  await memory.written();
  expect(problems.said.slice(1)).toEqual(["recovered: The memory"]);
  expect(inFile(path)).toEqual(["80:02"]);
});

test.each([
  ["broken", memoryText([alert("80:01")]).slice(0, 60)],
  ["empty", ""],
  ["somebody else's", '{"name":"shop"}'],
])("one that is %s is set aside, with a message, and begun anew", async (_what, content) => {
  const folder = temporaryFolder({ "memory.json": content });
  const path = join(folder, "memory.json");
  const problems = recordProblems();
  expect((await openMemory(path, problems)).remembered).toEqual([]);
  expect(readFileSync(`${path}.set-aside`, "utf8")).toBe(content);
  expect(inFile(path)).toEqual([]);
  expect(problems.said).toEqual([
    expect.stringMatching(
      /^info: Reading the memory of the watch .*memory\.json failed: It is not what .* It was renamed to .*memory\.json\.set-aside, and the watch begins a new one\.$/,
    ),
  ]);
});

test("what cannot be read ends it, with what to do, and is left as it is", async () => {
  const path = join(temporaryFolder({ "memory/note": "" }), "memory");
  const opening = openMemory(path, recordProblems());
  await expect(opening).rejects.toThrow(ConfigurationError);
  await expect(opening).rejects.toThrow(
    /^Reading the memory of the watch .*memory failed: .*\. Let --memory name a file that may be read and written\.$/,
  );
  expect(readdirSync(path)).toEqual(["note"]);
  expect(existsSync(`${path}.set-aside`)).toBe(false);
});
