import { utimesSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

/** The fingerprint of each of these folders, as the scripts make it. */
async function fingerprints(...folders: string[]): Promise<string[]> {
  const code = `import { fingerprint } from "${repository}/scripts/lib/fingerprint.mjs";
    console.log(JSON.stringify(${JSON.stringify(folders)}.map((folder) => fingerprint(folder, [folder, folder + "/not-there"]))));`;
  const { stdout } = await run("node", ["--input-type=module", "-e", code]);
  return JSON.parse(stdout) as string[];
}

const files = { "a.ts": "one", "sub/b.ts": "two" };

test("the same files have the same fingerprint, wherever and whenever they were written", async () => {
  const [here, there] = [temporaryFolder(files), temporaryFolder({ "sub/b.ts": "two", "a.ts": "one" })];
  utimesSync(join(there, "a.ts"), 0, 0);
  const [first, second] = await fingerprints(here, there);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect(second).toBe(first);
});

test("another byte, another name, a file more or less, or content moved between files is another fingerprint", async () => {
  const variants = [
    files,
    { ...files, "a.ts": "One" },
    { "A.ts": "one", "sub/b.ts": "two" },
    { "a.ts": "one" },
    { ...files, "c.ts": "" },
    { "a.ts": "onetwo", "sub/b.ts": "" },
    { "a.ts": "two", "sub/b.ts": "one" },
    { "a.ts": "one", "sub/b/ts": "two" },
  ];
  const all = await fingerprints(...variants.map((variant) => temporaryFolder(variant)));
  expect(new Set(all).size).toBe(variants.length);
});
