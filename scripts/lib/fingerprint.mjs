import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Every file below the given files and folders, sorted; what does not exist is left out. */
export function filesUnder(paths) {
  const found = [];
  for (const path of paths) {
    if (!existsSync(path)) continue;
    if (!statSync(path).isDirectory()) found.push(path);
    else found.push(...filesUnder(readdirSync(path).map((name) => join(path, name))));
  }
  return found.sort();
}

/** A name for the content of these files: it changes with any byte or file name, and not with a checkout's new dates. */
export function fingerprint(root, paths) {
  const hash = createHash("sha256");
  for (const file of filesUnder(paths)) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
    hash.update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
