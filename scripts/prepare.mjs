import { existsSync } from "node:fs";
import { createRequire } from "node:module";

// npm runs this after an install here, for a dependency from git, and where the packed copy is installed in its own folder
// (`pulumi package add`). Only the first two have something to build, and only with the development dependencies.
const require = createRequire(import.meta.url);
const sources = existsSync(new URL("./build.mjs", import.meta.url));
if (sources && has("typescript") && has("esbuild")) await import("./build.mjs");
else console.log("prepare: nothing to build here");

function has(name) {
  try {
    return Boolean(require.resolve(name));
  } catch {
    return false;
  }
}
