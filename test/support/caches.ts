import { execFileSync } from "node:child_process";

/** The person's own caches of packages, for commands whose home is that of a test, which is empty. */
export function caches(): NodeJS.ProcessEnv {
  return {
    npm_config_cache: answer("npm", "config", "get", "cache"),
    npm_config_prefer_offline: "true",
    PIP_CACHE_DIR: answer("python3", "-m", "pip", "cache", "dir"),
    GOMODCACHE: answer("go", "env", "GOMODCACHE"),
    GOCACHE: answer("go", "env", "GOCACHE"),
  };
}

/** Undefined where there is no such program: what needs it is skipped. */
function answer(command: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}
