import { type Answer, type Asked, classifyAnswer, classifyThrown } from "./classify";
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

export type Log = (level: "info" | "warning", message: string) => void;

/** The transport of one client. Connections are kept alive by fetch's own pool. */
export function createTransport(settings: Settings, log: Log, now: () => Date = () => new Date()): Transport {
  const warn = deprecationWarning(log);
  return async ({ method, path, body, headers, operation, about }) => {
    const asked: Asked = { about, operation, settings, now };
    const url = new URL(`${settings.endpoint}${path}`);
    const answer = await exchange(asked, url, {
      method,
      body: body ?? null,
      headers: { ...headers, ...signedFor(settings, method, url, body, now()) },
    });
    warn(answer.headers);
    const error = classifyAnswer(asked, answer);
    if (error) throw error;
    return { ...answer, asked };
  };
}

/** All signed headers but the two that fetch derives from URL and body itself, to the same values. */
function signedFor(settings: Settings, method: string, url: URL, body: string | undefined, date: Date): Record<string, string> {
  const {
    host: _host,
    "content-length": _length,
    ...headers
  } = signedHeaders(settings.signature, settings, method, url, body, date) as Record<string, string>;
  return { accept: "application/json", "user-agent": userAgent, ...headers };
}

async function exchange(asked: Asked, url: URL, init: RequestInit): Promise<Answer> {
  const { signal } = asked.about;
  const timeout = AbortSignal.timeout(asked.settings.timeoutSeconds * 1000);
  try {
    // A redirect is not followed: the signature holds for this address alone, and another host must not see the headers.
    const response = await fetch(url, {
      ...init,
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
