import { readSettings, type Log } from "../client";
import { createContext, createHolds, keep, refresh, type Context } from "../resources";

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
const holds = createHolds();

export function configure(given: Config): void {
  config ??= given;
}

/** @throws ConfigurationError, at every use, where the account cannot be known. */
export function session(): Context {
  context ??= createContext(readSettings({ config: (key) => config?.get(`remoteit:${key}`) }), log, holds);
  return context;
}

/** Whether the thing is still this resource's. Needs no account, unlike everything that the session does. */
export const stillDeclared = (id: string): boolean => keep(holds, id);

/** The thing was read by a refresh, whose own diff follows. */
export const refreshed = (id: string): void => refresh(holds, id);

/** The engine shows what a plugin writes to its standard error; it knows no levels there. */
const log: Log = (level, message) => {
  process.stderr.write(`${level}: ${message}\n`);
};
