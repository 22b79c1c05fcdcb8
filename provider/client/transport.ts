import { type Answer, type Asked, classifyAnswer, classifyThrown } from "./classify";
import { type Clock, createClock } from "./clock";
import type { Log } from "./log";
import { countRequest, operation as underWay } from "./operation";
import type { About } from "./send";
import type { Settings } from "./settings";
import { signedHeaders } from "./sign";
import { userAgent } from "./version";

/** One HTTP request, before it is signed. */
export interface Outgoing {
  method: "GET" | "POST";
  /** Under the endpoint: "/graphql/v1". Its parts are URL-encoded already. */
  path: string;
  /** JSON; absent for a GET. */
  body?: string | undefined;
  headers?: Readonly<Record<string, string>>;
  operation: string;
  about: About;
}

/** Signs and sends a request once; resolves with an answer that is JSON, rejects with a classified error. */
export type Transport = (outgoing: Outgoing) => Promise<Answer & { asked: Asked }>;

/**
 * The transport of one client. Connections are kept alive by fetch's own pool. A refusal by a server whose clock differs is
 * signed again once, by the server's time.
 */
export function createTransport(settings: Settings, log: Log, clock: Clock = createClock(log)): Transport {
  const warn = deprecationWarning(log);
  const exchange = async (outgoing: Outgoing, now: () => Date) => {
    const asked: Asked = { about: outgoing.about, operation: outgoing.operation, settings, now };
    const answer = await send(settings, asked, outgoing);
    warn(answer.headers);
    return { ...answer, asked };
  };
  return async (outgoing) => {
    let answer = await exchange(outgoing, clock.now);
    const corrected = isRefusal(answer) ? clock.correctedBy(answer.headers) : undefined;
    if (corrected) {
      answer = await exchange(outgoing, corrected.now);
      if (!isRefusal(answer)) corrected.keep();
    }
    const error = classifyAnswer(answer.asked, answer);
    if (error) throw error;
    return answer;
  };
}

const isRefusal = ({ status }: Answer): boolean => status === 401 || status === 403;

/** All signed headers but the two that fetch derives from URL and body itself, to the same values. */
function signedFor(settings: Settings, method: string, url: URL, body: string | undefined, date: Date): Record<string, string> {
  const {
    host: _host,
    "content-length": _length,
    ...headers
  } = signedHeaders(settings.signature, settings, method, url, body, date) as Record<string, string>;
  return { accept: "application/json", "user-agent": userAgent, ...headers };
}

async function send(settings: Settings, asked: Asked, { method, path, body, headers }: Outgoing): Promise<Answer> {
  countRequest(asked.about);
  const url = new URL(`${settings.endpoint}${path}`);
  const { signal } = underWay();
  const timeout = AbortSignal.timeout(settings.timeoutSeconds * 1000);
  try {
    // A redirect is not followed: the signature holds for this address alone, and another host must not see the headers.
    const response = await fetch(url, {
      method,
      body: body ?? null,
      headers: { ...headers, ...signedFor(settings, method, url, body, asked.now()) },
      redirect: "manual",
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    signal?.throwIfAborted();
    throw classifyThrown(asked, error);
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
