import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder, type Ran } from "../support/run";

/** A folder with the lock's code in it, and so with locks of its own. */
function checkout(files: Record<string, string> = {}): string {
  const folder = temporaryFolder({ counter: "0", ...files });
  cpSync(join(repository, "scripts/lib"), join(folder, "scripts/lib"), { recursive: true });
  return folder;
}

const prelude = `import { withLock } from "./scripts/lib/lock.mjs"; import { readFileSync, writeFileSync } from "node:fs";
  import { setImmediate as turn } from "node:timers/promises";`;

function script(folder: string, body: string): Promise<Ran> {
  return run("node", ["--input-type=module", "-e", prelude + body], { cwd: folder });
}

/** Loses counts where two are inside at once: between reading and writing it lets others run. */
const count = `await Promise.all(Array.from({ length: 20 }, () => withLock("counter", async () => {
  const value = Number(readFileSync("counter", "utf8"));
  for (let i = 0; i < 20; i += 1) await turn();
  writeFileSync("counter", String(value + 1));
})));`;

const lockOf = (folder: string) => join(folder, ".work/locks/counter");

/** The id of a process that is no more. */
async function deadProcess(): Promise<string> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return String(child.pid);
}

test.each(["free", "left by a process that was killed"])(
  "one at a time is inside, among processes and within one (lock %s)",
  async (state) => {
    const folder = checkout(state === "free" ? {} : { ".work/locks/counter": await deadProcess() });
    const all = await Promise.all([1, 2, 3].map(() => script(folder, count)));
    expect(all.map(({ code, output }) => ({ code, output }))).toEqual(all.map(() => ({ code: 0, output: "" })));
    expect(readFileSync(join(folder, "counter"), "utf8")).toBe("60");
    expect(readdirSync(join(folder, ".work/locks"))).toEqual([]);
  },
);

test("an action that fails gives its error, and the lock back", async () => {
  const folder = checkout();
  const failed = await script(folder, `await withLock("counter", () => { throw new Error("no luck") });`);
  expect(failed.output).toContain("no luck");
  expect(existsSync(lockOf(folder))).toBe(false);
});

test("a process that ends inside gives the lock back", async () => {
  const folder = checkout();
  expect((await script(folder, `await withLock("counter", () => process.exit(3));`)).code).toBe(3);
  expect(existsSync(lockOf(folder))).toBe(false);
});

test("a lock whose owner lives is left alone, until the owner gives it back", async () => {
  const folder = checkout({ ".work/locks/counter": String(process.pid) });
  const waiting = script(folder, `await withLock("counter", () => writeFileSync("counter", "mine"));`);
  const waits = () => readdirSync(join(folder, ".work/locks")).length === 2;
  while (!waits()) await new Promise((next) => setImmediate(next));
  expect(readFileSync(lockOf(folder), "utf8")).toBe(String(process.pid));
  expect(readFileSync(join(folder, "counter"), "utf8")).toBe("0");
  writeFileSync(lockOf(folder), await deadProcess());
  expect((await waiting).code).toBe(0);
  expect(readFileSync(join(folder, "counter"), "utf8")).toBe("mine");
});
