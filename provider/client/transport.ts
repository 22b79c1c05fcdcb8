import { type Body, readWhole } from "./body";
import { type HttpResponse, type RequestInfo, classifyAnswer, classifyThrown, isSignatureRefusal } from "./classify";
import { type Clock, createClock } from "./clock";
import { fetchByProxy } from "./fetch";
import type { Log } from "./log";
import { countRequest, operation as underWay } from "./operation";
import type { Signing } from "./signing";
import type { RequestLabel } from "./send";
import type { Address, Settings } from "./settings";
import { type Scheme, signedHeaders } from "./sign";
import { userAgent } from "./version";

/** One HTTP request, before it is signed. */
export interface Outgoing {
  method: "GET" | "POST";
  /** Of the interface that is asked. */
  address: Address;
  /** Under that address: "/device/name". Its parts are URL-encoded already. */
  path: string;
  isRest?: true;
  /** JSON; absent for a GET. */
  body?: string | undefined;
  headers?: Readonly<Record<string, string>>;
  operation: string;
  about: RequestLabel;
}

/** REST takes its time: deleting a service up to 30 s, and public clients wait 40 to 60 s for any call (api/README.md, S, P). */
const REST_PATIENCE = 2;

/** Signs and sends a request once; resolves with an answer that is JSON, rejects with a classified error. */
export type Transport = (outgoing: Outgoing) => Promise<HttpResponse & { asked: RequestInfo; body: Body }>;

/**
 * The transport of one client. Connections are kept alive by fetch's own pool. A refusal by a server whose clock differs is
 * signed again once, by the server's time.
 */
export function createTransport(settings: Settings, signing: Signing, log: Log, clock: Clock = createClock(log)): Transport {
  const warn = deprecationWarning(log);
  const exchange = async (outgoing: Outgoing, scheme: Scheme, now: () => Date) => {
    const { about, operation, address, isRest = false } = outgoing;
    const timeoutSeconds = settings.timeoutSeconds * (isRest ? REST_PATIENCE : 1);
    const asked: RequestInfo = { about, operation, address, isRest, settings: { ...settings, timeoutSeconds }, now };
    const begun = performance.now();
    const answer = await send(settings, scheme, asked, outgoing);
    warn(answer.headers);
    return Object.assign(answer, { asked, took: performance.now() - begun, isRefused: isSignatureRefusal(asked, answer) });
  };
  return async (outgoing) => {
    // Found once, whichever scheme the refusal was of.
    let corrected: ReturnType<Clock["correctedBy"]>;
    const { answer, error } = await signing.send(outgoing.about, async (scheme) => {
      let answer = await exchange(outgoing, scheme, corrected?.now ?? clock.now);
      if (answer.isRefused && !corrected) {
        corrected = clock.correctedBy(answer.headers, answer.took);
        if (corrected) answer = await exchange(outgoing, scheme, corrected.now);
      }
      if (!answer.isRefused) corrected?.keep();
      return { answer, error: classifyAnswer(answer.asked, answer) };
    });
    if (error) throw error;
    return answer;
  };
}

/** All signed headers but the two that fetch derives from URL and body itself, to the same values. */
function signedFor(
  scheme: Scheme,
  settings: Settings,
  method: string,
  url: URL,
  body: string | undefined,
  date: Date,
): Record<string, string> {
  const {
    host: _host,
    "content-length": _length,
    ...headers
  } = signedHeaders(scheme, settings, method, url, body, date) as Record<string, string>;
  return { accept: "application/json", "user-agent": userAgent, ...headers };
}

async function send(
  settings: Settings,
  scheme: Scheme,
  asked: RequestInfo,
  { method, address, path, body, headers }: Outgoing,
): Promise<Answer> {
  countRequest(asked.about);
  const url = new URL(`${address.url}${path}`);
  const { signal } = underWay();
  const timeout = AbortSignal.timeout(asked.settings.timeoutSeconds * 1000);
  try {
    // A redirect is not followed: the signature holds for this address alone, and another host must not see the headers.
    const response = await fetchByProxy(url, {
      method,
      body: body ?? null,
      headers: { ...headers, ...signedFor(scheme, settings, method, url, body, asked.now()) },
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    return new Answer(response.status, response.headers, await readWhole(response));
  } catch (error) {
    signal?.throwIfAborted();
    throw classifyThrown(asked, error);
  }
}

/** An answer that is text as soon as somebody wants it. */
class Answer implements HttpResponse {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: Body,
  ) {}

  get text(): string {
    return this.body.text;
  }
}

/** remote.it tells clients that are to be retired so in a header; the user hears it once. */
function deprecationWarning(log: Log): (headers: Headers) => void {
  let warned = false;
  return (headers) => {
    const warning = headers.get("x-r3-warning");
    if (warned || !warning?.startsWith("121 ")) return;
    warned = true;
    log("warning", `remote.it says that this version of pulumi-remoteit is deprecated (${warning}). Update the package.`);
  };
}
