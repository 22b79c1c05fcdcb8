import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../lib/fingerprint.mjs";
import { withLock } from "../lib/lock.mjs";
import { root, work } from "../lib/paths.mjs";
import { say } from "../lib/report.mjs";

const lock = join(root, "package-lock.json");
const stamp = join(work, "packages");

/** Installs what package-lock.json names, where it is not there as it says. */
export function packages() {
  return withLock("packages", install);
}

function install() {
  const wanted = fingerprint(root, [lock]);
  if (existsSync(join(root, "node_modules")) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("installing the packages of package-lock.json (one to three minutes) …");
  // --ignore-scripts=false: the Node among the packages arrives through its install script.
  const args = ["ci", "--ignore-scripts=false", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, error } = spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) {
    throw new Error(
      `npm ${args.join(" ")} failed${error ? `: ${error.message}` : "; what it says is above"}. Check the network and npm's registry, then run again.`,
    );
  }
  mkdirSync(work, { recursive: true });
  writeFileSync(stamp, wanted);
}
