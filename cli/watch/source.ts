import { isDeepStrictEqual } from "node:util";
import { createReadOnlyContext, type ReadOnlyContext, type Report, type StackState } from "../../drift";
import type { Log, Settings } from "../../provider/client";
import { type HideOptions, readHiding } from "../drift/hide";
import { readStacks, type StackOptions } from "../drift/stacks";
import type { Problems } from "./problems";

/** What the account is compared with, as it was read last. */
export interface Watched {
  context: ReadOnlyContext;
  stacks: readonly StackState[];
  /** The report without what an ignore rule hides. */
  hide: (report: Report) => Report;
}

export interface Source {
  latest: () => Watched;
  /** Reads stacks, settings and ignore rules anew. What cannot be read is reported, and stays as it was. */
  read: () => Promise<Watched>;
}

/** @throws ConfigurationError, ValidationError where something cannot be read the first time. */
export async function openSource(
  options: StackOptions & Pick<HideOptions, "ignoreFile" | "ignore">,
  problems: Problems,
  signal: AbortSignal,
): Promise<Source> {
  // That the client waits and tries again is its own business here; what it adopts or cannot do is not.
  const log: Log = (level, message) => void (level === "warning" && problems.warn(message));
  let known: { settings: Settings; watched: Watched } | undefined;
  const read = async (): Promise<Watched> => {
    const hide = await readHiding({ ...options, baseline: "" });
    const { settings, stacks } = await readStacks(options, signal);
    // A client is kept while its settings stay: it knows how fast remote.it lets it go.
    const isSame = known !== undefined && isDeepStrictEqual(known.settings, settings);
    const context = known && isSame ? known.watched.context : createReadOnlyContext(settings, log);
    known = { settings, watched: { context, stacks, hide } };
    return known.watched;
  };
  let latest = await read();
  return {
    latest: () => latest,
    read: async () => {
      try {
        latest = await read();
        problems.recovered("The stacks");
      } catch (error) {
        signal.throwIfAborted();
        problems.failed("The stacks", error);
      }
      return latest;
    },
  };
}
