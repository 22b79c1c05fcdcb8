import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../../lib/paths.mjs";

/** The version of the SDK that the tests use, which is the engine's to bring as well. */
export const engineVersion = JSON.parse(readFileSync(packageFile, "utf8")).devDependencies["@pulumi/pulumi"];

/** Engines are kept outside the checkout: one serves every checkout of this machine. */
export function engineFolder() {
  const cache =
    process.platform === "win32"
      ? (process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"))
      : process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "pulumi-remoteit", `engine-${engineVersion}`);
}
