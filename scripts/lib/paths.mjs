import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, and the folder for everything that is made here and may be deleted at any time. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const work = join(root, ".work");
export const dist = join(root, "dist");

/** The package's own description: the one place for its name, files and dependencies. */
export const packageFile = join(root, "package.json");
