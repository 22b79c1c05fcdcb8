import type { GraphQLSchema } from "graphql";
import { fetchByProxy, type ReadOnlyClient, type Settings } from "../provider/client";
import { TransientError } from "../provider/core/errors";
import { type Access, getAccess } from "../provider/domains/account/access";
import { createReadOnlyContext, type ReadOnlyContext } from "../provider/domains";
import { readSample, type Sample } from "./sample";
import type { Trial } from "./trial";

/** What probes ask with. What several of them need is asked once; also a failure is kept, so that nothing is asked again and again. */
export interface Asking {
  settings: Settings;
  context: ReadOnlyContext;
  client: ReadOnlyClient;
  signal: AbortSignal;
  /** The endpoint's own schema. */
  schema: () => Promise<GraphQLSchema>;
  /** Seconds that remote.it's clock is ahead of this machine's; undefined where it tells no time. Asked unsigned. */
  clockOffset: () => Promise<number | undefined>;
  /** The first page of devices, as large as pages are. */
  access: () => Promise<Access>;
  /** A few devices, as lists show them. */
  sample: () => Promise<Sample>;
  /** Sends a request with these headers alone and gives what came back, unjudged. */
  bare: (method: "GET" | "POST" | "HEAD", url: string, headers?: Record<string, string>) => Promise<Response>;
  /** With --write alone. */
  trial: Trial | undefined;
}

export function createAsking(settings: Settings, signal: AbortSignal, trial?: Trial): Asking {
  const context = createReadOnlyContext(settings, () => undefined);
  const { client } = context;
  const bare = sender(settings, signal);
  return {
    settings,
    context,
    client,
    signal,
    schema: memo(() => client.schema()),
    clockOffset: memo(() => clockOffset(settings, bare)),
    access: memo(() => getAccess(context)),
    sample: memo(() => readSample(client)),
    bare,
    trial,
  };
}

/** How long an unsigned request may take, in seconds: it needs no work at the other end. */
const LONGEST = 10;

function sender(settings: Settings, signal: AbortSignal): Asking["bare"] {
  return async (method, url, headers = {}) => {
    const timeout = AbortSignal.timeout(Math.min(LONGEST, settings.timeoutSeconds) * 1000);
    const init = { method, headers, signal: AbortSignal.any([signal, timeout]) };
    try {
      return await fetchByProxy(url, init);
    } catch (error) {
      signal.throwIfAborted();
      const why = `${method} ${url} was not answered.`;
      throw new TransientError({
        what: "Asking without a signature",
        why,
        remedy: "Run again.",
        cause: error,
        reached: "unknown",
      });
    }
  };
}

async function clockOffset({ endpoint }: Settings, bare: Asking["bare"]): Promise<number | undefined> {
  const before = Date.now();
  const response = await bare("HEAD", endpoint);
  const between = (before + Date.now()) / 2;
  const told = Date.parse(response.headers.get("date") ?? "");
  // The header has whole seconds, cut off.
  return Number.isNaN(told) ? undefined : Math.round((told + 500 - between) / 1000);
}

function memo<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= work());
}
