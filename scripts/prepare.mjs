import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

// npm runs this after an install here, before this folder is packed for a program that depends on it by its path (the
// examples do), for a dependency from git, and where the packed copy is installed in its own folder (`pulumi package add`).
// All but the last have sources; the second may find no packages at all, and the install that it starts comes back here.
const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

if (!existsSync(here("build.mjs"))) console.log("prepare: nothing to build here");
else if (!existsSync(here("../node_modules"))) await (await import("./setup/packages.mjs")).packages();
else if (has("typescript") && has("esbuild")) await import("./build.mjs");
else console.log("prepare: not built, since the development dependencies are not installed");

function has(name) {
  try {
    return Boolean(require.resolve(name));
  } catch {
    return false;
  }
}
