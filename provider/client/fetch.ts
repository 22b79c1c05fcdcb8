import { type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { urlToHttpOptions } from "node:url";
import { readBytes } from "./body";
import { authorizationOf, type Proxy, proxyFor } from "./proxy";
import { agentOf } from "./tunnel";

/** What is used of fetch. Redirects are never followed. */
export interface Fetched {
  method: string;
  headers?: Record<string, string>;
  body?: string | null;
  signal: AbortSignal;
}

/**
 * `fetch`, which goes through the proxy of the environment where there is one. Node's own does that from version 24 on, and only
 * where NODE_USE_ENV_PROXY asks for it.
 *
 * @throws ConfigurationError, ProxyError, or what fetch throws.
 */
export async function fetchByProxy(address: string | URL, init: Fetched): Promise<Response> {
  const url = new URL(address);
  const proxy = proxyFor(url);
  return proxy ? through(proxy, url, init) : fetch(url, { ...init, redirect: "manual" });
}

async function through(proxy: Proxy, url: URL, { body, signal, ...init }: Fetched): Promise<Response> {
  const request =
    url.protocol === "https:" ? secure(url, { ...init, agent: agentOf(proxy), signal }) : plainly(proxy, url, init, signal);
  const answered = new Promise<IncomingMessage>(
    (resolve, reject) => void request.once("response", resolve).once("error", reject),
  );
  request.end(body ?? undefined);
  try {
    const answer = await answered;
    const { statusCode: status = 0, statusMessage: statusText = "" } = answer;
    const headers = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const content = await readBytes(answer as AsyncIterable<Buffer>);
    return new Response(hasNoBody(status) ? null : content, { status, statusText, headers });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** What needs no tunnel: the proxy is asked for the whole address. */
function plainly(proxy: Proxy, url: URL, init: Omit<Fetched, "body" | "signal">, signal: AbortSignal) {
  const { auth: _auth, path: _path, ...options } = urlToHttpOptions(proxy.url);
  const authorization = authorizationOf(proxy.url);
  const headers = {
    ...init.headers,
    host: url.host,
    ...(authorization !== undefined && { "proxy-authorization": authorization }),
  };
  return (proxy.url.protocol === "https:" ? secure : plain)({ ...options, method: init.method, path: url.href, headers, signal });
}

/** A Response of these must not have one. */
const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304;
