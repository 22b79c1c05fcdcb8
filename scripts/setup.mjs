import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { packages } from "./setup/packages.mjs";
import { root } from "./lib/paths.mjs";
import { fail } from "./lib/report.mjs";

// Everything that a script of this package needs: `npm test` and `npm run quickstart` run it first. Says what it does, and
// does nothing where all is there. Runs on any Node from 18 up; the rest of the scripts on the Node among the packages.
try {
  await packages();
  const brought = join(root, "node_modules/node/bin/node");
  const node = existsSync(brought) ? brought : process.execPath;
  const { status } = spawnSync(node, [join(root, "scripts/setup/after-packages.mjs")], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
} catch (error) {
  fail(error);
}
