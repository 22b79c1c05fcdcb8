import { copyFileSync, cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

// The third case, a checkout without any packages, is that of the clone in clone.test.ts.

test("where the packed package is installed in its own folder there is nothing to build, and no harm", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "scripts"));
  copyFileSync(join(repository, "scripts/prepare.mjs"), join(folder, "scripts/prepare.mjs"));
  expect(await run("node", ["scripts/prepare.mjs"], { cwd: folder })).toMatchObject({
    code: 0,
    output: "prepare: nothing to build here\n",
  });
});

test("an install without the development dependencies is left as it is", async () => {
  const folder = temporaryFolder();
  for (const part of ["scripts", "package.json"]) cpSync(join(repository, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  expect(await run("node", ["scripts/prepare.mjs"], { cwd: folder })).toMatchObject({
    code: 0,
    output: "prepare: not built, since the development dependencies are not installed\n",
  });
  expect(existsSync(join(folder, "dist"))).toBe(false);
});
