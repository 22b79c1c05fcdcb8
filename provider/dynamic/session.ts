import { readSettings, type Log } from "../client";
import { createContext, type Context } from "../resources";

/** What the engine hands to `configure`. */
interface Config {
  get: (key: string) => string | undefined;
}

/**
 * All dynamic resources of a stack share one process, and so one client and one inventory. `configure` runs once for each
 * kind of resource, and calls that arrive meanwhile do not wait for it: so it is kept at once, and opened at first use.
 */
let config: Config | undefined;
let context: Context | undefined;
const managed = new Set<string>();

export function configure(given: Config): void {
  config ??= given;
}

/** @throws ConfigurationError, at every use, where the account cannot be known. */
export function session(): Context {
  context ??= createContext(readSettings({ config: (key) => config?.get(`remoteit:${key}`) }), log, { managed });
  return context;
}

/** Notes that the program still declares a resource of an earlier run: what it manages is not for others to adopt. */
export function noteManaged(id: string): void {
  managed.add(id.toLowerCase());
}

/** The engine shows what a plugin writes to its standard error; it knows no levels there. */
const log: Log = (level, message) => {
  process.stderr.write(`${level}: ${message}\n`);
};
