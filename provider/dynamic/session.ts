import { readSettings, type Log } from "../client";
import { createContext, createOwnership, type Context, type Ownership } from "../domains";

/** What the engine hands to `configure`. */
interface Config {
  get: (key: string) => string | undefined;
}

/** What the dynamic resources of one stack share: its configuration, and with it one client and one inventory. */
export interface Session {
  /**
   * Runs once for each kind of resource, and calls that arrive meanwhile do not wait for it: so the configuration is kept at
   * once, and the account is opened at first use.
   */
  configure: (given: Config) => void;
  /** @throws ConfigurationError, at every use, where the account cannot be known. */
  context: () => Context;
  /** What this process knows of who manages what. Needs no account, unlike everything that the context does. */
  ownership: Ownership;
  log: Log;
}

export function createSession(log: Log = toEngine): Session {
  const ownership = createOwnership();
  let config: Config | undefined;
  let context: Context | undefined;
  return {
    configure: (given) => void (config ??= given),
    context: () => (context ??= createContext(readSettings({ config: (key) => config?.get(`remoteit:${key}`) }), log, ownership)),
    ownership,
    log,
  };
}

/** The engine shows what a provider writes to its standard error; it knows no levels there. */
function toEngine(...[level, message]: Parameters<Log>): void {
  process.stderr.write(`${level}: ${message}\n`);
}

/** All dynamic resources of a stack run in one process, and share this. */
export const session = createSession();
