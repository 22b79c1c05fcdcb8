import { readSettings } from "../client";
import { CancelledError, ConfigurationError } from "../core/errors";
import { createContext, type Context } from "../domains";
import type { Engine } from "./engine";

/** One provider that the engine has configured: an account, and what this run knows of it. */
export interface Session {
  context: Context;
  /** Aborted when the user cancels the run. */
  signal: AbortSignal;
  /**
   * URNs that were checked and not compared since. An engine that refreshes a resource before its update asks for no difference of
   * the refresh, unlike one that refreshes all: so the next is the program's.
   */
  checked: Set<string>;
}

/**
 * The providers of this process, each by the connection that configured it. As a rule the engine starts a process for each
 * explicit provider; attached to one that runs already (PULUMI_DEBUG_PROVIDERS), all of them share it.
 */
export interface Sessions {
  configure: (peer: string, config: (key: string) => string | undefined) => void;
  /** @throws ConfigurationError where the connection has no provider. */
  of: (peer: string) => Session;
  /** Ends at once what is under way for the connection's provider, and all that would follow. */
  cancel: (peer: string) => void;
}

export function createSessions(engine: () => Engine): Sessions {
  const sessions = new Map<string, Session & { abort: AbortController }>();
  return {
    configure: (peer, config) => {
      // The engine cancels at the end of a run as well: what is left of that run is nobody's.
      for (const [other, { signal }] of sessions) if (signal.aborted) sessions.delete(other);
      const abort = new AbortController();
      const context = createContext(readSettings({ config }), (level, message) => engine().log(level, message));
      sessions.set(peer, { context, abort, signal: abort.signal, checked: new Set() });
    },
    of: (peer) => {
      const session = sessions.get(peer);
      if (session) return session;
      // A connection that was idle for long is made anew; where there is one provider alone, it is certain whose it is.
      const [only, ...others] = new Set(sessions.values());
      if (only && others.length === 0) {
        sessions.set(peer, only);
        return only;
      }
      throw new ConfigurationError({
        what: "Finding the account of a call",
        why: "The provider was not configured on this connection.",
        remedy: "Run the command again; where it attaches to a running provider (PULUMI_DEBUG_PROVIDERS), restart that first.",
      });
    },
    cancel: (peer) => sessions.get(peer)?.abort.abort(cancelled()),
  };
}

function cancelled(): CancelledError {
  return new CancelledError({
    what: "Working on the account",
    why: "The run was cancelled, and what was under way was broken off.",
    remedy: "Run `pulumi up` again: it first looks for what a request that was broken off may have made.",
  });
}
